package dev.heddle.test.readme;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** An application that runs one workflow with one activity. */
public final class OneActivity {
    private OneActivity() {}

    @ActivityInterface
    public interface Greetings {
        String greet(String name);
    }

    @WorkflowInterface
    public interface Greeting {
        @WorkflowMethod
        String run(String name);
    }

    public static final class GreetingImpl implements Greeting {
        private final Greetings greetings = Workflow.newActivityStub(
                Greetings.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofSeconds(10))
                        .build());

        @Override
        public String run(String name) {
            return greetings.greet(name);
        }
    }

    public static void main(String[] arguments) {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            var worker = environment.newWorker("readme");
            worker.registerWorkflowImplementationTypes(GreetingImpl.class);
            worker.registerActivitiesImplementations((Greetings) name -> "hello " + name);
            environment.start();
            Greeting greeting = environment
                    .getWorkflowClient()
                    .newWorkflowStub(
                            Greeting.class,
                            WorkflowOptions.newBuilder()
                                    .setTaskQueue("readme")
                                    .setWorkflowId("readme")
                                    .build());
            System.out.println(greeting.run("world"));
        }
    }
}
