package dev.heddle.api;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The execution of an activity, or what it asks of its context. It runs on the activity's thread and may block. A
 * {@linkplain RefusedException refusal} fails the activity, without retry unless its code catches the failure.
 */
public interface ActivityCall extends TemporalCall {
    /** When the first attempt was scheduled; {@code null} where the server does not say. */
    @Nullable
    Instant scheduledAt();

    /** When this attempt was scheduled; {@code null} where the server does not say. */
    @Nullable
    Instant attemptScheduledAt();

    /** When this attempt started on a worker; of a local activity when it came to its code here. */
    Instant startedAt();

    /** Whether it is a local activity. */
    boolean local();

    /**
     * Whether the server will try the activity again if this attempt ends with a failure, as far as this attempt knows:
     * by the failure's kind and by the retry options that came with the task, which SDK versions before 1.31 do not
     * say. A deadline of the whole activity may still end it.
     *
     * @return empty where the retry options are not known and the failure itself does not decide
     */
    Optional<Boolean> willRetry(Throwable failure);

    /**
     * What the last heartbeat of the previous attempt left, decoded by the application's data converter.
     *
     * @param type the class it was
     * @return the details, or {@code null} if there are none
     */
    <T> @Nullable T heartbeatDetails(Class<T> type);
}
