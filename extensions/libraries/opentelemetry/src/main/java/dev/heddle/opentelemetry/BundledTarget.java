package dev.heddle.opentelemetry;

import io.opentelemetry.api.trace.SpanKind;
import java.util.function.Predicate;

/** The way to the SDK in the extension's JAR. */
final class BundledTarget implements SpanTarget {
    /** Also a {@code Runnable} that ends it. */
    private final Predicate<Object[]> sdk;

    /** Starts it, which takes its time. */
    @SuppressWarnings("unchecked")
    BundledTarget() throws ReflectiveOperationException {
        sdk = (Predicate<Object[]>) BundledSdk.isolated(IsolatedTraces.class);
    }

    @Override
    public boolean samples(String traceId, String name, SpanKind kind) {
        return sdk.test(new Object[] {traceId, name, kind.name()});
    }

    @Override
    public void make(FinishedSpan span) {
        sdk.test(span.plain());
    }

    @Override
    public boolean export(long millis) {
        return sdk.test(new Object[] {millis});
    }

    @Override
    public void close() {
        ((Runnable) sdk).run();
    }
}
