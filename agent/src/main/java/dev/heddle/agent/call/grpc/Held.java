package dev.heddle.agent.call.grpc;

import io.grpc.Metadata;
import io.grpc.Status;

/** What a client's attempt holds back until it is known that it passes as it is; many need none. */
final class Held<R> {
    Metadata headers;
    R message;
    /** Whether the message is only kept for those who want to be told of the end. */
    boolean messagePassed;

    Status status;
    Metadata trailers;
    /** Brings the response to an interceptor that has asked for it. */
    volatile Reply<Object> reply;
}
