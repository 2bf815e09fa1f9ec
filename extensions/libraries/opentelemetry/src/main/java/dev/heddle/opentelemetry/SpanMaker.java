package dev.heddle.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;

/** Makes spans with an SDK at hand: each is begun and ended at once, as of when it was. */
final class SpanMaker implements SpanTarget {
    private final Tracer tracer;
    private final SdkInside sdk;

    SpanMaker(OpenTelemetry telemetry, String scope, SdkInside sdk) {
        this.tracer = telemetry.getTracer(scope);
        this.sdk = sdk;
    }

    @Override
    public boolean samples(String traceId, String name, SpanKind kind) {
        return sdk.sampler().samples(traceId, name, kind);
    }

    @Override
    public void make(FinishedSpan span) {
        Span made = begin(span);
        if (span.error() != null) {
            made.setStatus(StatusCode.ERROR, span.error());
        }
        if (span.exception() != null) {
            made.addEvent(
                    "exception",
                    Attributes.builder()
                            .put("exception.type", span.exception().get(0))
                            .put("exception.message", span.exception().get(1))
                            .build(),
                    span.endNanos(),
                    TimeUnit.NANOSECONDS);
        }
        made.end(span.endNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean export(long millis) {
        return sdk.export(millis);
    }

    @Override
    public void close() {
        sdk.restore();
    }

    private Span begin(FinishedSpan span) {
        SpanContext own = span.context();
        SpanBuilder builder = tracer.spanBuilder(span.name())
                .setSpanKind(span.kind())
                .setStartTimestamp(span.startNanos(), TimeUnit.NANOSECONDS);
        span.tell(builder);
        SpanContext parent = span.parent();
        if (parent == null) {
            builder.setNoParent();
        } else {
            builder.setParent(Context.root().with(Span.wrap(parent)));
        }
        for (SpanContext link : span.links()) {
            builder.addLink(link);
        }
        sdk.overrides().choose(own.getTraceId(), own.getSpanId());
        try {
            return builder.startSpan();
        } finally {
            sdk.overrides().forget();
        }
    }
}
