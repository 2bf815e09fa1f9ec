package orders;

import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.BatchRequest;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;

/** Where customers place orders and use their loyalty points. */
final class OrderDesk {
    private final WorkflowClient client;

    OrderDesk(WorkflowClient client) {
        this.client = client;
    }

    OrderWorkflow place(Order order) {
        OrderWorkflow workflow =
                client.newWorkflowStub(OrderWorkflow.class, options(order.id()).build());
        WorkflowClient.start(workflow::process, order);
        return workflow;
    }

    /** Opens the customer's ledger unless it is open. */
    void earn(String customer, String reason, int points) {
        LedgerWorkflow ledger = client.newWorkflowStub(
                LedgerWorkflow.class, options(LedgerWorkflow.idOf(customer)).build());
        BatchRequest request = client.newSignalWithStartRequest();
        request.add(ledger::keep, LedgerPage.first());
        request.add(ledger::earn, reason, points);
        client.signalWithStart(request);
    }

    /** Opens the customer's ledger unless it is open, and answers how many points are left. */
    int redeem(String customer, int points) {
        LedgerWorkflow ledger = client.newWorkflowStub(
                LedgerWorkflow.class,
                options(LedgerWorkflow.idOf(customer))
                        .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                        .build());
        return WorkflowClient.executeUpdateWithStart(
                ledger::redeem,
                points,
                UpdateOptions.newBuilder(Integer.class).build(),
                new WithStartWorkflowOperation<>(ledger::keep, LedgerPage.first()));
    }

    LedgerWorkflow ledger(String customer) {
        return client.newWorkflowStub(LedgerWorkflow.class, LedgerWorkflow.idOf(customer));
    }

    private static WorkflowOptions.Builder options(String workflowId) {
        return WorkflowOptions.newBuilder().setWorkflowId(workflowId).setTaskQueue(OrderApplication.TASK_QUEUE);
    }
}
