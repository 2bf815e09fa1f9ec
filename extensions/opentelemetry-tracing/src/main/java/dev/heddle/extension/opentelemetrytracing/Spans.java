package dev.heddle.extension.opentelemetrytracing;

import dev.heddle.opentelemetry.FinishedSpan;
import dev.heddle.opentelemetry.SpanQueue;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Begins spans: chooses their IDs and whether they are sampled, which is all that is known of them until they end. */
final class Spans {
    private final SpanQueue queue;

    Spans(SpanQueue queue) {
        this.queue = queue;
    }

    /** Whether anybody records them; otherwise what has come is handed on, and nothing begun. */
    boolean isOn() {
        return queue.isRecording();
    }

    /**
     * Whether there is a span under that of a context: somebody records them, and the context's trace is sampled, if it is of
     * one. Otherwise what has come is handed on as it is.
     */
    boolean isOn(Context parent) {
        if (!isOn()) {
            return false;
        }
        SpanContext above = Span.fromContext(parent).getSpanContext();
        return above.isSampled() || !above.isValid();
    }

    /** A span under that of a context, or the first of a trace. */
    SpanDraft begin(String name, SpanKind kind, Context parent) {
        return begin(name, kind, parent, null, Ids.randomSpan(), now());
    }

    /**
     * A span with an ID.
     *
     * @param traceId of a trace that it is the first of; {@code null} for any
     */
    SpanDraft begin(String name, SpanKind kind, Context parent, String traceId, String id, long startNanos) {
        SpanContext above = Span.fromContext(parent).getSpanContext();
        SpanContext own;
        if (above.isValid()) {
            own = SpanContext.create(above.getTraceId(), id, above.getTraceFlags(), above.getTraceState());
        } else {
            String trace = traceId == null ? Ids.randomTrace() : traceId;
            boolean sampled = queue.samples(trace, name, kind);
            own = SpanContext.create(
                    trace, id, sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault());
        }
        return new SpanDraft(this, name, kind, own, above.isValid() ? above : null, parent, startNanos);
    }

    void add(FinishedSpan span) {
        queue.add(span);
    }

    /** The clock of this machine. */
    static long now() {
        return nanos(Instant.now());
    }

    static long nanos(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }
}
