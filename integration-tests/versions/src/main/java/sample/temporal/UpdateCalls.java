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
    private static final String OPERATION_OF_1_26 = "io.temporal.client.UpdateWithStartWorkflowOperation";

    private final WorkflowClient client;
    private final Names names;
    private final WorkflowStub updated;

    UpdateCalls(WorkflowClient client, Names names) {
        this.client = client;
        this.names = names;
        this.updated = client.newUntypedWorkflowStub(
                "Updated", names.options("updated").build());
    }

    void make() throws Exception {
        Journal.step("client start", () -> updated.start());
        Journal.step("client startUpdate", () -> updated.update("change", String.class, "accepted"));
        Journal.step("client startUpdate", () -> refuse(updated));
        Journal.call("client pollWorkflowUpdate", () -> poll(updated));
        if (Journal.has(OPERATION_OF_1_26)) {
            Journal.call("client updateWithStart", this::updateWithStartAsIn1_26);
        } else {
            Journal.call("client updateWithStart", this::updateWithStart);
        }
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

    private WorkflowStub notStarted() {
        return client.newUntypedWorkflowStub(
                "Updated",
                names.options("updated-with-start")
                        .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                        .build());
    }

    private void updateWithStart() {
        notStarted()
                .executeUpdateWithStart(
                        UpdateOptions.newBuilder(String.class)
                                .setUpdateName("change")
                                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                                .build(),
                        new Object[] {"at once"},
                        new Object[] {});
    }

    private void updateWithStartAsIn1_26() throws Exception {
        Class<?> operation = Class.forName(OPERATION_OF_1_26);
        Object builder = operation
                .getMethod("newBuilder", String.class, Class.class, Object[].class)
                .invoke(null, "change", String.class, new Object[] {"at once"});
        builder.getClass()
                .getMethod("setWaitForStage", WorkflowUpdateStage.class)
                .invoke(builder, WorkflowUpdateStage.COMPLETED);
        Object update = builder.getClass().getMethod("build").invoke(builder);
        WorkflowStub.class
                .getMethod("updateWithStart", operation, Object[].class)
                .invoke(notStarted(), update, new Object[0]);
    }
}
