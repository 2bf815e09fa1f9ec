package acme.library;

import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;

/** A client of the application's. */
public final class Clients {
    /** Connected to nothing. */
    public static final WorkflowClient CLIENT = WorkflowClient.newInstance(WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget("127.0.0.1:1").build()));

    private Clients() {}

    public static void stub() {
        CLIENT.newUntypedWorkflowStub("none");
    }

    public static void stubs() {
        CLIENT.getWorkflowServiceStubs().isShutdown();
    }
}
