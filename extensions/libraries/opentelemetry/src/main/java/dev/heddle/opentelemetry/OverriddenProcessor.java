package dev.heddle.opentelemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** The processor of an SDK, which does not hear of the end of a span that replay repeats. */
final class OverriddenProcessor implements SpanProcessor {
    private final SpanProcessor own;
    private final SpanOverrides overrides;

    OverriddenProcessor(SpanProcessor own, SpanOverrides overrides) {
        this.own = own;
        this.overrides = overrides;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        own.onStart(parent, span);
    }

    @Override
    public boolean isStartRequired() {
        return own.isStartRequired();
    }

    @Override
    public void onEnd(ReadableSpan span) {
        WorkflowCode code = overrides.code();
        if (code == null || overrides.tells(code, span.getSpanContext().getSpanId())) {
            own.onEnd(span);
        }
    }

    @Override
    public boolean isEndRequired() {
        return own.isEndRequired();
    }

    @Override
    public CompletableResultCode shutdown() {
        return own.shutdown();
    }

    @Override
    public CompletableResultCode forceFlush() {
        return own.forceFlush();
    }
}
