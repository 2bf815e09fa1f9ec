package orders;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A carrier whose driver confirms the collection later, on a thread of the driver's own. */
final class VanCarrier implements Carrier {
    private static final Logger log = LoggerFactory.getLogger(VanCarrier.class);

    private final Executor driver = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);
    private final ActivityCompletionClient completions;

    VanCarrier(ActivityCompletionClient completions) {
        this.completions = completions;
    }

    @Override
    public String collect(String orderId, String address) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        byte[] token = context.getTaskToken();
        log.info("sending a van for {} to {}", orderId, address);
        driver.execute(() -> completions.complete(token, "van-" + orderId));
        context.doNotCompleteOnReturn();
        return null;
    }
}
