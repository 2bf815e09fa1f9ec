package dev.heddle.api;

/**
 * A call of one of Temporal's clients. It runs on the application's thread and may block. A
 * {@linkplain RefusedException refusal} reaches the application as the exception itself.
 */
public interface ClientCall extends TemporalCall {
    /** The update's ID. */
    String updateId();

    /** The schedule's ID. */
    String scheduleId();
}
