package orders;

import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.NexusOperationOptions;
import io.temporal.workflow.NexusServiceOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Everyone an order workflow talks to, and how patient it is with each. */
final class OrderServices {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final Pricing pricing = Workflow.newLocalActivityStub(
            Pricing.class,
            LocalActivityOptions.newBuilder().setStartToCloseTimeout(PATIENCE).build());

    final Warehouse warehouse = Workflow.newActivityStub(
            Warehouse.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(PATIENCE)
                    .setHeartbeatTimeout(Duration.ofSeconds(10))
                    .build());

    final Payments payments = Workflow.newActivityStub(
            Payments.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(PATIENCE)
                    .setRetryOptions(RetryOptions.newBuilder()
                            .setInitialInterval(Duration.ofMillis(100))
                            .build())
                    .build());

    final FraudService fraud = Workflow.newNexusServiceStub(
            FraudService.class,
            NexusServiceOptions.newBuilder()
                    .setEndpoint(FraudEndpoint.NAME)
                    .setOperationOptions(NexusOperationOptions.newBuilder()
                            .setScheduleToCloseTimeout(PATIENCE)
                            .build())
                    .build());

    ShippingWorkflow shipping(Order order) {
        return Workflow.newChildWorkflowStub(
                ShippingWorkflow.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId("shipping-" + order.id())
                        .build());
    }

    LedgerWorkflow ledger(String customer) {
        return Workflow.newExternalWorkflowStub(LedgerWorkflow.class, LedgerWorkflow.idOf(customer));
    }
}
