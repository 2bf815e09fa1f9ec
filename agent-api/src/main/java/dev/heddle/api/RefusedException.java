package dev.heddle.api;

import org.jspecify.annotations.Nullable;

/**
 * A deliberate refusal: the one exception of an interceptor that always reaches the caller. Each kind of call says in
 * its own documentation how: see {@link TemporalClientCall}, {@link WorkflowCall}, {@link ActivityCall}, {@link NexusCall},
 * {@link GrpcCall}.
 *
 * <p>Where the cause is a failure of the library's own, such as Temporal's {@code ApplicationFailure}, the worker's
 * caller gets that cause as it is.
 */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Refuses with a reason for the caller to read. Put no secret in it. */
    public RefusedException(String message) {
        super(message);
    }

    /** Refuses with a reason and its cause. */
    public RefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
