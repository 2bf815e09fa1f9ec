package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.grpc.Wishes;

/** What an interceptor has asked of a server's call. */
final class ServerWishes<Q, R> extends Wishes {
    /** What the start of the handler is put off in, or {@code null}. */
    DelayedServerListener<Q, R> delayed;
    /** What the handler that it watches does passes here; {@code null} if it watches none. */
    ObservedServerCall<Q, R> watched;
    /** What holds the response that it has asked for, or {@code null}. */
    HeldServerCall<Q, R> held;
}
