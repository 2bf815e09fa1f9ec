package dev.heddle.agent.call.grpc;

import io.grpc.Metadata;
import io.grpc.Status;

/** What a client's attempt holds back until it is known that it passes as it is; most need none. */
final class Held {
    final ClientResponse<?, ?> attempt;
    /** What an attempt before that one holds back, or {@code null}. */
    final Held earlier;

    Metadata headers;
    Object message;
    /** Whether the message is only kept for those who want to be told of the end. */
    boolean messagePassed;

    Status status;
    Metadata trailers;
    /** Brings the response to an interceptor that has asked for it. */
    volatile Reply<Object> reply;
    /** What came before the application could send, {@code null} if nothing did. */
    volatile EarlyCallbacks early;
    /** The position that the attempt's events wait from. */
    volatile int eventsFrom;

    Held(ClientResponse<?, ?> attempt, Held earlier) {
        this.attempt = attempt;
        this.earlier = earlier;
    }
}
