package dev.heddle.extension.opentelemetrytracing;

import dev.heddle.api.Call;
import io.opentelemetry.api.trace.SpanContext;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether the application traces Temporal itself, by an interceptor that writes the header too: then there are no spans of
 * Temporal from here, which would double its own. It is noticed by the first call that has another's header.
 */
final class StandBack {
    private final System.Logger log;
    private final AtomicBoolean noticed = new AtomicBoolean();

    StandBack(System.Logger log) {
        this.log = log;
    }

    boolean isNoticed() {
        return noticed.get();
    }

    /** Looks at a call that leaves, before anything is written to it; says whether another traces it. */
    boolean looksTraced(Call leaving) {
        boolean traced = TraceHeaders.TEMPORAL.isIn(leaving.headers());
        if (traced) {
            notice();
        }
        return traced;
    }

    /**
     * Looks at a call that has left through the application's own interceptors: one may have replaced the header.
     *
     * @param header what was put there
     */
    void lookAfter(Call left, Object header, SpanContext sent) {
        if (left.headers().isUnchanged(TraceHeaders.HEADER, header)) {
            return;
        }
        if (left.headers().get(TraceHeaders.HEADER, Map.class) instanceof Map<?, ?> carried
                && carried.get("traceparent") instanceof String parent
                && !parent.contains(sent.getTraceId())
                && !parent.contains(sent.getSpanId())) {
            notice();
        }
    }

    private void notice() {
        if (noticed.compareAndSet(false, true)) {
            log.log(
                    Level.INFO,
                    "the application writes the header " + TraceHeaders.HEADER
                            + " itself: calls of Temporal are left to its own tracing");
        }
    }
}
