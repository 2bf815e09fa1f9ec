package dev.heddle.opentelemetry;

import io.opentelemetry.api.trace.SpanKind;

/** Decides for an SDK which traces are recorded. Thread-safe. */
interface TraceSampler {
    /** Whether a trace is sampled that begins with such a span; if that cannot be found out it is. */
    boolean samples(String traceId, String name, SpanKind kind);
}
