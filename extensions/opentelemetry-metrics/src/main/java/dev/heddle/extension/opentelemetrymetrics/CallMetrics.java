package dev.heddle.extension.opentelemetrymetrics;

import static dev.heddle.api.Selector.ACTIVITY_INBOUND;
import static dev.heddle.api.Selector.CLIENT;
import static dev.heddle.api.Selector.NEXUS_INBOUND;
import static dev.heddle.api.Selector.WORKFLOW_INBOUND;
import static dev.heddle.api.Selector.WORKFLOW_OUTBOUND;

import dev.heddle.api.Interceptors;
import dev.heddle.api.TemporalCall;
import dev.heddle.api.WorkflowCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/** How many calls of Temporal there are, how long they take, and how they end. */
final class CallMetrics {
    private final Meter<CallKey> latency;

    CallMetrics(Meters meters) {
        latency = meters.histogram("heddle_call_latency", "s", "How long calls of Temporal take", Meter.seconds());
    }

    void register(Interceptors interceptors) {
        interceptors
                .on(CLIENT, this::observe)
                .on(WORKFLOW_INBOUND, this::observe)
                // What asks nothing of anybody takes no time.
                .on(WORKFLOW_OUTBOUND.only("execute*", "signalExternalWorkflow", "cancelWorkflow"), this::observe)
                .on(ACTIVITY_INBOUND.only("execute"), this::observe)
                .on(NEXUS_INBOUND, this::observe);
    }

    /** What waits for the end of a call. */
    static List<Class<?>> load() {
        return List.of(InWorkflow.class, Elsewhere.class);
    }

    private Object observe(TemporalCall call) throws Throwable {
        call.onCompletion(
                call instanceof WorkflowCall workflow && !workflow.readOnly()
                        ? new InWorkflow(latency, workflow)
                        : new Elsewhere(latency, call));
        return call.proceed();
    }

    /** In the workflow's time, because it may have begun on another worker; and told once, not when replay repeats it. */
    private static final class InWorkflow implements BiConsumer<Object, Throwable> {
        private final Meter<CallKey> latency;
        private final WorkflowCall call;
        private final Instant begin;

        InWorkflow(Meter<CallKey> latency, WorkflowCall call) {
            this.latency = latency;
            this.call = call;
            boolean run = call.operation().category().inbound()
                    && call.operation().name().equals("execute");
            Instant started = run ? call.runStartedAt() : null;
            this.begin = started == null ? call.currentTime() : started;
        }

        @Override
        public void accept(Object result, Throwable failure) {
            if (!call.replaying()) {
                double nanos = Duration.between(begin, call.currentTime()).toNanos();
                tell(latency, call, nanos, failure);
            }
        }
    }

    private static final class Elsewhere implements BiConsumer<Object, Throwable> {
        private final Meter<CallKey> latency;
        private final TemporalCall call;
        private final long begin = System.nanoTime();

        Elsewhere(Meter<CallKey> latency, TemporalCall call) {
            this.latency = latency;
            this.call = call;
        }

        @Override
        public void accept(Object result, Throwable failure) {
            tell(latency, call, System.nanoTime() - begin, failure);
        }
    }

    private static void tell(Meter<CallKey> latency, TemporalCall call, double nanos, Throwable failure) {
        CallKey key = failure == null
                ? CallKey.of(call, CallKey.OK, null)
                : CallKey.of(call, Failures.outcome(failure), Failures.exception(failure));
        latency.record(key, Math.max(0, nanos / 1e9));
    }
}
