package parcels;

import io.temporal.activity.ActivityOptions;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Leaves it to the courier. */
@WorkflowImpl(taskQueues = DeliveryWorkflow.TASK_QUEUE)
public class DeliveryWorkflowImpl implements DeliveryWorkflow {
    private final Courier courier = Workflow.newActivityStub(
            Courier.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(10))
                    .build());

    @Override
    public String deliver(String parcel) {
        return courier.carry(parcel);
    }
}
