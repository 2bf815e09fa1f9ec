package dev.heddle.extension.logging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;

/** Asks the application's OpenTelemetry; that API alone, which sets nothing. */
final class OpenTelemetryTrace implements CurrentTrace {
    /** Fails where the application has none. */
    OpenTelemetryTrace() {
        of(context());
    }

    @Override
    public Object context() {
        return Context.current();
    }

    @Override
    public Trace of(Object context) {
        SpanContext span = Span.fromContext((Context) context).getSpanContext();
        return span.isValid() ? new Trace(span.getTraceId(), span.getSpanId()) : null;
    }

    @Override
    public AutoCloseable makeCurrent(Object context) {
        return ((Context) context).makeCurrent();
    }
}
