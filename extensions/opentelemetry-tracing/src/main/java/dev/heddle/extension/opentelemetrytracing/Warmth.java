package dev.heddle.extension.opentelemetrytracing;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;

/** Loads now what the first span would load on a workflow's thread, which Temporal gives one second. */
final class Warmth {
    private Warmth() {}

    static void warm(Spans spans, OwnCodes codes, Ids ids) throws Exception {
        String id = ids.span("warm", "warm", 0);
        SpanDraft span = spans.begin("warm", SpanKind.SERVER, Context.root(), null, id, Spans.now())
                .with(Names.WORKFLOW_ID, "warm")
                .repeatable();
        try (AutoCloseable running = new OwnCode(codes, null, null, span.current(), null).get()) {
            TraceHeaders.warm(Context.current());
        }
    }
}
