package dev.heddle.api;

import java.time.Instant;

/**
 * The execution of an activity, or what it asks of its context. It runs on the activity's thread and may block. A
 * {@linkplain RefusedException refusal} fails the activity, without retry unless its code catches the failure.
 */
public interface ActivityCall extends TemporalCall {
    /** When the first attempt was scheduled. */
    Instant scheduledAt();

    /** When this attempt was scheduled. */
    Instant attemptScheduledAt();

    /** When this attempt started on a worker. */
    Instant startedAt();

    /** Whether it is a local activity. */
    boolean local();

    /**
     * What the last heartbeat of the previous attempt left, decoded by the application's data converter.
     *
     * @param type the class it was
     * @return the details, or {@code null} if there are none
     */
    <T> T heartbeatDetails(Class<T> type);
}
