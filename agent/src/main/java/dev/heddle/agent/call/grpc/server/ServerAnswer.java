package dev.heddle.agent.call.grpc.server;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

/** Ends a server's call in the handler's place. */
final class ServerAnswer {
    private ServerAnswer() {}

    /** With responses. */
    static <Q, R> void send(ServerCall<Q, R> call, Iterable<?> responses) {
        try {
            call.sendHeaders(new Metadata());
            for (Object each : responses) {
                @SuppressWarnings("unchecked") // Who answers a stream with another type hears of it from the library.
                R own = (R) each;
                call.sendMessage(own);
            }
            call.close(Status.OK, new Metadata());
        } catch (RuntimeException failed) {
            close(call, Status.fromThrowable(failed), new Metadata());
        }
    }

    /** With a status. */
    static void close(ServerCall<?, ?> call, Status status, Metadata trailers) {
        try {
            call.close(status, trailers);
        } catch (IllegalStateException closedAlready) {
            // The handler has closed it, or the library, and there is nobody to tell.
        }
    }
}
