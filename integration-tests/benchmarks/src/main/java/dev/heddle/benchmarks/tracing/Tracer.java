package dev.heddle.benchmarks.tracing;

/** Who traces what a benchmark calls. */
public enum Tracer {
    /** Nobody. */
    NONE,
    /** Temporal's own interceptors, which know OpenTracing, and the shim of OpenTelemetry for that. */
    OPENTRACING,
    /** The OpenTelemetry Java agent. */
    OPENTELEMETRY_AGENT,
    /** Heddle with its extension. */
    HEDDLE,
    /** The same, where the sampler takes no trace. */
    HEDDLE_UNSAMPLED;

    /** Whether it needs an SDK of the application's. */
    boolean needsSdk() {
        return this != NONE && this != OPENTELEMETRY_AGENT;
    }

    boolean isHeddle() {
        return this == HEDDLE || this == HEDDLE_UNSAMPLED;
    }

    /** What a trace that comes from elsewhere says of itself. */
    String traceParent() {
        return "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-" + (this == HEDDLE_UNSAMPLED ? "00" : "01");
    }
}
