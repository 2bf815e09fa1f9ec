package orders;

import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.BatchRequest;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.TemporalFailure;

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

    OrderWorkflow order(String id) {
        return client.newWorkflowStub(OrderWorkflow.class, id);
    }

    /** Does what a customer says about an order, {@code note TEXT}, {@code address TEXT} or {@code approve}. */
    String answer(String orderId, String line) {
        OrderWorkflow order = order(orderId);
        String[] words = line.split(" ", 2);
        switch (words[0]) {
            case "note" -> order.addNote(words[1]);
            case "address" -> {
                return changeAddress(order, words[1]);
            }
            case "approve" -> order.approve();
            default -> {
                return "What do you mean?";
            }
        }
        return "Very well";
    }

    private static String changeAddress(OrderWorkflow order, String address) {
        try {
            return order.changeAddress(address);
        } catch (WorkflowUpdateException refusal) {
            return ((TemporalFailure) refusal.getCause()).getOriginalMessage();
        }
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
