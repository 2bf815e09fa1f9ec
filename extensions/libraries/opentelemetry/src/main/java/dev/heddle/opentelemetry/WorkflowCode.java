package dev.heddle.opentelemetry;

/**
 * Code of a workflow that runs on a thread, as far as spans go that it makes itself: whoever replays it comes to the same
 * IDs, and hears of each span once. Asked on that thread alone, while an SDK begins a span or ends one, and therefore quickly.
 */
public interface WorkflowCode {
    /** The ID of the next span that it makes: sixteen hexadecimal digits, or {@code null} for any. */
    String spanId();

    /** The ID of a trace that this span is the first of: thirty-two digits, or {@code null} for any. */
    String traceId();

    /** What time it is in the workflow, in nanoseconds since 1970; never before what was said last. */
    long now();

    /** Whether what it does now is news, and no repetition. */
    boolean isNews();
}
