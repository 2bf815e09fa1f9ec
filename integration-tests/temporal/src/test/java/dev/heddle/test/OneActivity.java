package dev.heddle.test;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
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
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .build());

        @Override
        public String run(String name) {
            return greetings.greet(name);
        }
    }

    public static void main(String[] arguments) {
        System.out.println(run(WorkerOptions.getDefaultInstance()));
    }

    /** Runs it in an environment of its own. */
    public static String run(WorkerOptions options) {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            Worker worker = environment.newWorker("readme", options);
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
            return greeting.run("world");
        }
    }
}
