package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.grpc.Wishes;

/** What an interceptor has asked of a client's call. */
final class ClientWishes<Q, R> extends Wishes {
    /** What the beginning is put off in, or {@code null}. */
    DelayedClientCall<Q, R> delayed;
    /** The attempts at the response that it has asked for, or {@code null}. */
    Attempts<Q, R> attempts;
}
