package greetings;

import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Leaves it to the poet. */
public class GreetingWorkflowImpl implements GreetingWorkflow {
    private final Poet poet = Workflow.newActivityStub(
            Poet.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                    .build());

    @Override
    public String greet(String name) {
        return poet.write(name) + '!';
    }
}
