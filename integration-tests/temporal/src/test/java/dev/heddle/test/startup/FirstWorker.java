package dev.heddle.test.startup;

import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;

/** An application that makes a client and a worker, of a server that it never calls. */
public final class FirstWorker {
    private FirstWorker() {}

    public static void main(String[] arguments) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:1")
                .build());
        WorkerFactory.newInstance(WorkflowClient.newInstance(stubs)).newWorker("queue");
        stubs.shutdownNow();
        System.out.println("application: worker made");
        // Not in order, for what the end costs is no cost of the start.
        Runtime.getRuntime().halt(0);
    }
}
