package dev.heddle.extension.opentelemetrymetrics;

import static dev.heddle.api.Selector.ACTIVITY_INBOUND;

import dev.heddle.api.ActivityCall;
import dev.heddle.api.Interceptors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/** How long activities wait for a worker, attempt by attempt, and take in all, until they succeed or fail for good. */
final class ActivityLatencies {
    private final Meter<TypesKey> start;
    private final Meter<TypesKey> close;

    ActivityLatencies(Meters meters) {
        start = meters.histogram(
                "heddle_activity_schedule_to_start_latency",
                "s",
                "From the scheduling of an attempt to its start on a worker",
                Meter.seconds());
        close = meters.histogram(
                "heddle_activity_schedule_to_close_latency",
                "s",
                "From the first scheduling to the result, or the failure that is not retried",
                Meter.seconds());
    }

    void register(Interceptors interceptors) {
        interceptors.on(ACTIVITY_INBOUND.only("execute").where(call -> !call.local()), call -> {
            TypesKey types = TypesKey.ofActivity(call);
            record(start, types, call.attemptScheduledAt(), call.startedAt());
            call.onCompletion(new Close(close, types, call));
            return call.proceed();
        });
    }

    /** What waits for the end of a call. */
    static List<Class<?>> load() {
        return List.of(Close.class);
    }

    /** Nothing where one of the times is not known, and 0 where a difference between clocks makes it less. */
    private static void record(Meter<TypesKey> meter, TypesKey types, Instant from, Instant to) {
        if (from != null && to != null) {
            meter.record(types, Math.max(0, Duration.between(from, to).toNanos() / 1e9));
        }
    }

    private record Close(Meter<TypesKey> meter, TypesKey types, ActivityCall call)
            implements BiConsumer<Object, Throwable> {
        @Override
        public void accept(Object result, Throwable failure) {
            if (failure == null || !call.willRetry(failure).orElse(true)) {
                ActivityLatencies.record(meter, types, call.scheduledAt(), Instant.now());
            }
        }
    }
}
