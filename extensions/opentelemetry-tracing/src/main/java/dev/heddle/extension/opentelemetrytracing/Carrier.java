package dev.heddle.extension.opentelemetrytracing;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The texts of a context on its way: each has its field, and what is no text or too large has none. Used by one call. */
final class Carrier {
    static final String TRACE_PARENT = "traceparent";
    static final String TRACE_STATE = "tracestate";
    static final String BAGGAGE = "baggage";

    static final TextMapGetter<Carrier> GETTER = new TextMapGetter<>() {
        @Override
        @SuppressWarnings("deprecation") // Older versions want it.
        public Iterable<String> keys(Carrier carrier) {
            List<String> keys = new ArrayList<>();
            carrier.forEach((field, text) -> keys.add(field));
            return keys;
        }

        @Override
        public String get(Carrier carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    static final TextMapSetter<Carrier> SETTER = new TextMapSetter<>() {
        @Override
        public void set(Carrier carrier, String key, String value) {
            carrier.take(key, value);
        }
    };

    private static final int LONGEST_PARENT = 64;
    private static final int LONGEST_STATE = 512;
    private static final int LONGEST_BAGGAGE = 8_192;

    private String parent;
    private String state;
    private String baggage;

    /** Takes a text, if it is one, no larger than the standards allow. */
    void take(String field, Object value) {
        if (!(value instanceof String text)) {
            return;
        }
        switch (field) {
            case TRACE_PARENT -> parent = text.length() <= LONGEST_PARENT ? text : null;
            case TRACE_STATE -> state = text.length() <= LONGEST_STATE ? text : null;
            case BAGGAGE -> baggage = text.length() <= LONGEST_BAGGAGE ? text : null;
            default -> {}
        }
    }

    private String get(String field) {
        return switch (field) {
            case TRACE_PARENT -> parent;
            case TRACE_STATE -> state;
            case BAGGAGE -> baggage;
            default -> null;
        };
    }

    boolean hasBaggage() {
        return baggage != null;
    }

    boolean isEmpty() {
        return parent == null && state == null && baggage == null;
    }

    /** What there is, in this order. */
    void forEach(BiConsumer<String, String> each) {
        if (parent != null) {
            each.accept(TRACE_PARENT, parent);
        }
        if (state != null) {
            each.accept(TRACE_STATE, state);
        }
        if (baggage != null) {
            each.accept(BAGGAGE, baggage);
        }
    }

    /** What there is as JSON says it, in this order: a map, or of a parent alone, as most have, the entry. */
    Object json() {
        if (parent != null && state == null && baggage == null) {
            return Map.entry(TRACE_PARENT, parent);
        }
        Map<String, String> map = new LinkedHashMap<>();
        forEach(map::put);
        return map;
    }
}
