package sample.temporal;

import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import sample.Journal;

/** Updates, of SDK 1.20 and later. */
final class UpdateCalls {
    private final WorkflowClient client;
    private final Names names;

    UpdateCalls(WorkflowClient client, Names names) {
        this.client = client;
        this.names = names;
    }

    void make() throws Exception {
        WorkflowStub updated = client.newUntypedWorkflowStub(
                "Updated", names.options("updated").build());
        Journal.step("client start", () -> updated.start());
        Journal.step("client startUpdate", () -> updated.update("change", String.class, "accepted"));
        Journal.step("client startUpdate", () -> refuse(updated));
        Journal.call("client pollWorkflowUpdate", () -> poll(updated));
        Journal.call("client updateWithStart", this::updateWithStart);
        Journal.step("client terminate", () -> updated.terminate("enough"));
    }

    private static void refuse(WorkflowStub updated) {
        try {
            updated.update("change", String.class, "");
        } catch (WorkflowUpdateException byTheValidator) {
            return;
        }
        throw new IllegalStateException("an empty update was accepted");
    }

    /** By reflection, for the type of the handle has another name before 1.25. There is no update of this name. */
    private static void poll(WorkflowStub updated) throws Exception {
        Method method = WorkflowStub.class.getMethod("getUpdateHandle", String.class, Class.class);
        Object handle = method.invoke(updated, "none", String.class);
        Method result = method.getReturnType().getMethod("getResultAsync");
        ((CompletableFuture<?>) result.invoke(handle)).get(10, TimeUnit.SECONDS);
    }

    private void updateWithStart() {
        WorkflowStub updated = client.newUntypedWorkflowStub(
                "Updated",
                names.options("updated-with-start")
                        .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                        .build());
        updated.executeUpdateWithStart(
                UpdateOptions.newBuilder(String.class)
                        .setUpdateName("change")
                        .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                        .build(),
                new Object[] {"at once"},
                new Object[] {});
    }
}
