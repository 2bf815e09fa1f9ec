package greetings;

import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Leaves the words to the poet. */
public final class GreetingWorkflow implements Greeting {
    private final Poet poet = Workflow.newActivityStub(
            Poet.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(10))
                    .build());

    @Override
    public String greet(String name) {
        return poet.compose(name);
    }
}
