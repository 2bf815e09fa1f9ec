package dev.heddle.api;

import org.jspecify.annotations.Nullable;

/**
 * A call of one of Temporal's clients. It runs on the application's thread and may block. A
 * {@linkplain RefusedException refusal} reaches the application as the exception itself.
 */
public interface TemporalClientCall extends TemporalCall {
    /** The update's ID. */
    @Nullable
    String updateId();

    /** The schedule's ID. */
    @Nullable
    String scheduleId();
}
