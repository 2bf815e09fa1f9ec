package dev.heddle.opentelemetry;

/** An SDK that spans are made with, by which it is decided too which are. */
interface SpanTarget extends TraceSampler {
    /** Makes a span that is over. */
    void make(FinishedSpan span);

    /** Exports what is left, and ends what is Heddle's own. */
    default void close() {}
}
