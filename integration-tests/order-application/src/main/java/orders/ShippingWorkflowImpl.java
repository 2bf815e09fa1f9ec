package orders;

import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.slf4j.Logger;

/** Calls the carrier while the parcel is being packed. */
public final class ShippingWorkflowImpl implements ShippingWorkflow {
    private static final Logger log = Workflow.getLogger(ShippingWorkflowImpl.class);
    private static final Duration PACKING = Duration.ofMillis(300);

    private final Carrier carrier = Workflow.newActivityStub(
            Carrier.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(30))
                    .build());

    @Override
    public String ship(String orderId, String address) {
        log.info("packing {}", orderId);
        Promise<Void> packed = Workflow.newTimer(PACKING);
        Promise<String> collected = Async.function(carrier::collect, orderId, address);
        Promise.allOf(packed, collected).get();
        log.info("shipped {}", orderId);
        return collected.get();
    }
}
