package dev.heddle.opentelemetry;

/** An SDK that spans are made with. */
interface SpanTarget {
    /** Whether a trace is sampled that begins with such a span. */
    boolean samples(String traceId, String name, String kind);

    /** Makes a span that is over. */
    void make(FinishedSpan span);

    /** Exports what is left, and ends what is Heddle's own. */
    default void close() {}
}
