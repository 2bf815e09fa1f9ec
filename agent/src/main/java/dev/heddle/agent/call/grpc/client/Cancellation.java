package dev.heddle.agent.call.grpc.client;

import io.grpc.Status;

/** The status of a call that was cancelled, as the library makes it. */
final class Cancellation {
    private Cancellation() {}

    static Status status(String message, Throwable cause) {
        Status cancelled =
                Status.CANCELLED.withDescription(message == null ? "Call cancelled without message" : message);
        return cause == null ? cancelled : cancelled.withCause(cause);
    }
}
