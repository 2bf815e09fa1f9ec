package dev.heddle.extension.opentelemetrymetrics;

import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** An application that has no OpenTelemetry: runs one workflow, and ends. */
public final class MetricsApplication {
    private static final String QUEUE = "greetings";

    @WorkflowInterface
    public interface Greeting {
        @WorkflowMethod
        String greet();
    }

    public static final class GreetingWorkflow implements Greeting {
        @Override
        public String greet() {
            return "hello";
        }
    }

    private MetricsApplication() {}

    /** Says what the workflow has answered. */
    public static void main(String[] arguments) {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            environment.newWorker(QUEUE).registerWorkflowImplementationTypes(GreetingWorkflow.class);
            environment.start();
            Greeting greeting = environment
                    .getWorkflowClient()
                    .newWorkflowStub(
                            Greeting.class,
                            WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
            System.out.println("the workflow says " + greeting.greet());
        }
        // The SDK's idle threads would keep the JVM for another minute.
        System.exit(0);
    }
}
