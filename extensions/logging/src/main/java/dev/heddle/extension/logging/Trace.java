package dev.heddle.extension.logging;

import dev.heddle.api.Call;
import java.util.Map;

/**
 * The trace that a line belongs to. What is current in the application's OpenTelemetry says so, and where it has none the
 * headers of the call.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 of them
 */
record Trace(String traceId, String spanId) {
    private static final int LENGTH = 55;
    private static final int SPAN = 36;

    /** The one that the headers of a call name: Temporal's in one entry, gRPC's and Nexus' in another. */
    static Trace of(Call call) {
        if (!call.operation().carriesHeaders()) {
            return null;
        }
        String parent = call.headers().get("_tracer-data", Map.class) instanceof Map<?, ?> carried
                        && carried.get("traceparent") instanceof String text
                ? text
                : call.headers().get("traceparent");
        return parent == null ? null : parse(parent);
    }

    /** Anybody may have written it, so only what is one is taken. */
    private static Trace parse(String parent) {
        if (parent.length() < LENGTH || parent.charAt(2) != '-' || parent.charAt(SPAN - 1) != '-') {
            return null;
        }
        for (int at = 3; at < SPAN + 16; at++) {
            if (at != SPAN - 1 && Character.digit(parent.charAt(at), 16) < 0) {
                return null;
            }
        }
        return new Trace(parent.substring(3, SPAN - 1), parent.substring(SPAN, SPAN + 16));
    }
}
