package dev.heddle.extension.opentelemetrytracing;

import io.opentelemetry.api.trace.SpanContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last activities of this process that complete elsewhere, by what may name them there. Thread-safe. */
final class RecentSpans {
    private static final int REMEMBERED = 4_096;

    private final Map<String, SpanContext> spans = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SpanContext> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized void put(String key, SpanContext span) {
        spans.put(key, span);
    }

    /** The one of that name, or {@code null}. */
    synchronized SpanContext get(String key) {
        return spans.get(key);
    }
}
