package dev.heddle.api;

import org.jspecify.annotations.Nullable;

/**
 * A call that reaches the handler of a Nexus operation, or that the handler makes of its context. It runs on the
 * handler's thread. A {@linkplain RefusedException refusal} fails the operation for good.
 */
public interface NexusCall extends TemporalCall {
    /** The caller's request ID, the same on each retry of a start; {@code null} elsewhere. */
    @Nullable
    String requestId();
}
