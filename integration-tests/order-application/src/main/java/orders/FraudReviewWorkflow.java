package orders;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Someone of the fraud team looks at an order. */
@WorkflowInterface
public interface FraudReviewWorkflow {

    @WorkflowMethod
    FraudVerdict review(Order order);
}
