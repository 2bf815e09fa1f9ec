package dev.heddle.testing;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** An application to be tested with: a workflow that has an activity greet. */
public final class Greetings {
    private Greetings() {}

    @WorkflowInterface
    public interface Greeting {
        @WorkflowMethod
        String greet(String name);
    }

    @ActivityInterface
    public interface Greeter {
        String hello(String name);
    }

    public static final class GreetingWorkflow implements Greeting {
        private final Greeter greeter = Workflow.newActivityStub(
                Greeter.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .build());

        @Override
        public String greet(String name) {
            Workflow.sleep(Duration.ofHours(1));
            Workflow.randomUUID();
            return greeter.hello(name);
        }
    }

    public static final class PoliteGreeter implements Greeter {
        @Override
        public String hello(String name) {
            Activity.getExecutionContext().heartbeat("greeting " + name);
            Activity.getExecutionContext().heartbeat("greeted " + name);
            return "hello " + name;
        }
    }

    /** What most tests do. */
    static String greet(Heddle heddle, String name) {
        return heddle.temporal()
                .workflows(GreetingWorkflow.class)
                .activities(new PoliteGreeter())
                .workflow(Greeting.class)
                .greet(name);
    }
}
