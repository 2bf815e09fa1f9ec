package orders;

import io.nexusrpc.handler.OperationHandler;
import io.nexusrpc.handler.OperationImpl;
import io.nexusrpc.handler.ServiceImpl;
import io.temporal.client.WorkflowOptions;
import io.temporal.nexus.Nexus;
import io.temporal.nexus.WorkflowRunOperation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets small orders pass, and reviews the others. */
@ServiceImpl(service = FraudService.class)
public final class FraudServiceImpl {
    private static final Logger log = LoggerFactory.getLogger(FraudServiceImpl.class);
    private static final int SUSPICIOUS_FROM_PIECES = 5;

    @OperationImpl
    public OperationHandler<Order, FraudVerdict> screen() {
        return OperationHandler.sync((context, details, order) -> {
            log.info("screening {}", order.id());
            return order.pieces() < SUSPICIOUS_FROM_PIECES ? FraudVerdict.CLEAR : FraudVerdict.SUSPICIOUS;
        });
    }

    @OperationImpl
    public OperationHandler<Order, FraudVerdict> review() {
        return WorkflowRunOperation.fromWorkflowMethod((context, details, order) -> Nexus.getOperationContext()
                .getWorkflowClient()
                .newWorkflowStub(
                        FraudReviewWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("fraud-review-" + order.id())
                                .build())::review);
    }
}
