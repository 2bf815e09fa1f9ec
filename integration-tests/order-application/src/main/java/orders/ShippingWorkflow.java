package orders;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Packs an order and hands it to the carrier. */
@WorkflowInterface
public interface ShippingWorkflow {

    /** Answers the tracking number. */
    @WorkflowMethod
    String ship(String orderId, String address);
}
