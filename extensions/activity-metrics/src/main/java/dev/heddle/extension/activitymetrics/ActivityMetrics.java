package dev.heddle.extension.activitymetrics;

import static dev.heddle.api.Selector.ACTIVITY_INBOUND;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.util.Objects.requireNonNullElse;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import dev.heddle.opentelemetry.Telemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;

/**
 * Records how long activities wait, attempt by attempt, and how long they take in all, from their scheduling to their
 * success or to a failure that is not retryable; others may be retried. What completes elsewhere counts until it
 * returns, and local activities, which wait for nobody, do not count. {@link Telemetry} says where it records.
 */
public final class ActivityMetrics implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        DoubleHistogram start = Telemetry.durations(settings.extension(), "activity_schedule_to_start_latency");
        DoubleHistogram close = Telemetry.durations(settings.extension(), "activity_schedule_to_close_latency");
        interceptors.on(ACTIVITY_INBOUND, call -> {
            if (call.local()) return call.proceed();
            String workflow = requireNonNullElse(call.workflowType(), "none");
            Attributes types = Attributes.of(
                    stringKey("workflow_type"), workflow, stringKey("activity_type"), call.activityType());
            start.record(Telemetry.seconds(call.attemptScheduledAt(), call.startedAt()), types);
            Instant scheduled = call.scheduledAt();
            call.onCompletion((result, failure) -> {
                if (failure == null || failure instanceof ApplicationFailure of && of.isNonRetryable())
                    close.record(Telemetry.seconds(scheduled, Instant.now()), types);
            });
            return call.proceed();
        });
    }
}
