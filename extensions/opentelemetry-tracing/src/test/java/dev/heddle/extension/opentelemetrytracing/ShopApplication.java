package dev.heddle.extension.opentelemetrytracing;

import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;

/** An application that has no OpenTelemetry: runs one workflow, and ends. */
public final class ShopApplication {
    private static final String QUEUE = "shop";

    private ShopApplication() {}

    /** Says what the workflow has answered. */
    public static void main(String[] arguments) {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            pack(environment);
        }
        // The SDK's idle threads would keep the JVM for another minute.
        System.exit(0);
    }

    static void pack(TestWorkflowEnvironment environment) {
        environment.newWorker(QUEUE).registerWorkflowImplementationTypes(Shop.PackingWorkflow.class);
        environment.start();
        Shop.Packing packing = environment
                .getWorkflowClient()
                .newWorkflowStub(
                        Shop.Packing.class,
                        WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
        System.out.println("the workflow has " + packing.pack());
    }
}
