package sample.temporal;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.util.concurrent.TimeUnit;
import sample.Journal;

/** Nexus operations of a workflow, of SDK 1.26 and later. */
final class NexusCalls {
    private final WorkflowStub visit;

    NexusCalls(WorkflowClient client, Names names) {
        visit = client.newUntypedWorkflowStub("Visit", names.options("visit").build());
    }

    void make() throws Exception {
        Journal.step("client start", () -> visit.start());
        if (!DeskImpl.CANCELLED.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the operation was not cancelled");
        }
        Journal.step("client terminate", () -> visit.terminate("enough"));
    }
}
