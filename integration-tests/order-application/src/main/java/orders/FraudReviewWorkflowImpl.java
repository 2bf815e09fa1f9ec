package orders;

import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.slf4j.Logger;

/** A reviewer who takes a moment and trusts everybody with an address. */
public final class FraudReviewWorkflowImpl implements FraudReviewWorkflow {
    private static final Logger log = Workflow.getLogger(FraudReviewWorkflowImpl.class);

    @Override
    public FraudVerdict review(Order order) {
        log.info("reviewing {}", order.id());
        Workflow.sleep(Duration.ofMillis(100));
        return order.address().isBlank() ? FraudVerdict.SUSPICIOUS : FraudVerdict.CLEAR;
    }
}
