package dev.heddle.extension.opentelemetrytracing;

import dev.heddle.api.Headers;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a context travels: W3C's trace context and baggage. Of Temporal in one header with a JSON object, as all its SDKs
 * have it; of gRPC and Nexus in headers of their own names. Whoever calls can write anything there: what is no text, or
 * larger than the standards allow, is not taken, and what is too large does not leave.
 */
enum TraceHeaders {
    /** Of workflows, activities, signals, queries, updates. */
    TEMPORAL {
        @Override
        Map<String, String> read(Headers headers) {
            Map<?, ?> carried = headers.get(HEADER, Map.class);
            Map<String, String> texts = new LinkedHashMap<>();
            if (carried != null) {
                for (String field : FIELDS.keySet()) {
                    if (carried.get(field) instanceof String text) {
                        take(texts, field, text);
                    }
                }
            }
            return texts;
        }

        @Override
        void write(Headers headers, Map<String, String> carrier) {
            headers.putIfWritable(HEADER, carrier);
        }

        @Override
        boolean isIn(Headers headers) {
            return headers.names().contains(HEADER);
        }
    },

    /** Of gRPC and Nexus. */
    PLAIN {
        @Override
        Map<String, String> read(Headers headers) {
            Map<String, String> texts = new LinkedHashMap<>();
            for (String field : FIELDS.keySet()) {
                String text = headers.get(field);
                if (text != null) {
                    take(texts, field, text);
                }
            }
            return texts;
        }

        @Override
        void write(Headers headers, Map<String, String> carrier) {
            carrier.forEach(headers::putIfWritable);
        }

        @Override
        boolean isIn(Headers headers) {
            return headers.get("traceparent") != null;
        }
    };

    static final String HEADER = "_tracer-data";

    /** And how many characters each may have. */
    private static final Map<String, Integer> FIELDS = Map.of("traceparent", 64, "tracestate", 512, "baggage", 8_192);

    private static final TextMapPropagator W3C =
            TextMapPropagator.composite(W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance());

    private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {
        @Override
        @SuppressWarnings("deprecation") // Older versions want it.
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public String get(Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    private static final TextMapSetter<Map<String, String>> SETTER = new TextMapSetter<>() {
        @Override
        public void set(Map<String, String> carrier, String key, String value) {
            take(carrier, key, value);
        }
    };

    private static void take(Map<String, String> texts, String field, String text) {
        Integer most = FIELDS.get(field);
        if (most != null && text.length() <= most) {
            texts.put(field, text);
        }
    }

    /** What has come, further in than nothing. */
    Context receive(Headers headers) {
        Map<String, String> carrier = read(headers);
        return carrier.isEmpty() ? Context.root() : W3C.extract(Context.root(), carrier, GETTER);
    }

    /** Sends a context along. */
    void send(Headers headers, Context context) {
        if (!headers.writable()) {
            return;
        }
        Map<String, String> carrier = new LinkedHashMap<>();
        W3C.inject(context, carrier, SETTER);
        if (!carrier.isEmpty()) {
            write(headers, carrier);
        }
    }

    /** Does what a call will, with nothing but a map. */
    static void warm(Context context) {
        Map<String, String> carrier = new LinkedHashMap<>();
        W3C.inject(context, carrier, SETTER);
        W3C.extract(Context.root(), carrier, GETTER);
    }

    abstract Map<String, String> read(Headers headers);

    abstract void write(Headers headers, Map<String, String> carrier);

    /** Whether somebody else sends one along. */
    abstract boolean isIn(Headers headers);
}
