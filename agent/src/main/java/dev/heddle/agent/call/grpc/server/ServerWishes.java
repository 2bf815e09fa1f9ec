package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.grpc.Wishes;

/** What an interceptor has asked of a server's call. */
final class ServerWishes<Q, R> extends Wishes {
    /** What the start of the handler is put off in, or {@code null}. */
    DelayedServerListener<Q, R> delayed;
    /** What tells of the outcome in front of that, or {@code null}. */
    ObservedServerCall<Q, R> outcome;
    /** Whether the handler of the held call has been started, or is not to be. */
    boolean heldBegun;
    /** What holds the response that it has asked for, or {@code null}. */
    HeldServerCall<Q, R> held;
}
