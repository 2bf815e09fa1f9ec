package dev.heddle.opentelemetry;

/** An SDK that spans are made with, by which it is decided too which are. */
interface SpanTarget extends TraceSampler {
    /** Makes a span that is over. */
    void make(FinishedSpan span);

    /** Has exported what has been made, or says that it has not been in so many milliseconds. */
    boolean export(long millis);

    /** Exports what is left, and ends what is Heddle's own. */
    default void close() {}
}
