package dev.heddle.benchmarks.tracing;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Counts the spans that have ended, which is all that an SDK does with them here. */
final class EndedSpans implements SpanProcessor {
    private static final long PAUSE_NANOS = 20_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final AtomicLong ended = new AtomicLong();
    private long expected;

    /** Makes the global OpenTelemetry of this JVM. */
    OpenTelemetrySdk register(Tracer tracer) {
        return OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(
                                tracer == Tracer.HEDDLE_UNSAMPLED
                                        ? Sampler.alwaysOff()
                                        : Sampler.parentBased(Sampler.alwaysOn()))
                        .addSpanProcessor(this)
                        .build())
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .buildAndRegisterGlobal();
    }

    /** Waits for as many more, so that whoever makes them later does so within what is measured. */
    void await(int more) {
        expected += more;
        long begin = System.nanoTime();
        while (ended.get() < expected) {
            LockSupport.parkNanos(PAUSE_NANOS);
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IllegalStateException(expected - ended.get() + " spans are missing");
            }
        }
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        ended.incrementAndGet();
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
