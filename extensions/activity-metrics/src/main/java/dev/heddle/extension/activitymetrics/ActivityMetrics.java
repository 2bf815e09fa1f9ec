package dev.heddle.extension.activitymetrics;

import static dev.heddle.api.Selector.ACTIVITY_INBOUND;
import static java.util.Objects.requireNonNullElse;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import dev.heddle.opentelemetry.Telemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import java.time.Instant;

/** Records how long activities wait, attempt by attempt, and take in all, until they succeed or fail for good. */
public final class ActivityMetrics implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        DoubleHistogram start = Telemetry.durations(settings.extension(), "activity_schedule_to_start_latency");
        DoubleHistogram close = Telemetry.durations(settings.extension(), "activity_schedule_to_close_latency");
        interceptors.on(ACTIVITY_INBOUND.where(call -> !call.local()), call -> {
            String workflow = requireNonNullElse(call.workflowType(), "none");
            Attributes types = Telemetry.attributes("workflow_type", workflow, "activity_type", call.activityType());
            Telemetry.record(start, call.attemptScheduledAt(), call.startedAt(), types);
            Instant scheduled = call.scheduledAt();
            call.onCompletion((result, failure) -> {
                if (failure == null || !call.willRetry(failure).orElse(true))
                    Telemetry.record(close, scheduled, Instant.now(), types);
            });
            return call.proceed();
        });
    }

    @Override
    public void close() {
        Telemetry.close();
    }
}
