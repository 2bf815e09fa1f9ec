package parcels;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Brings a parcel to its address. */
@WorkflowInterface
public interface DeliveryWorkflow {
    String TASK_QUEUE = "parcels";

    /** Answers what the courier has done. */
    @WorkflowMethod
    String deliver(String parcel);
}
