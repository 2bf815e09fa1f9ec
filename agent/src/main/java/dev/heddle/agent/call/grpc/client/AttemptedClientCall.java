package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.grpc.CallbackExecutor;
import dev.heddle.agent.call.grpc.Requests;
import io.grpc.ClientCall;
import java.util.function.BooleanSupplier;

/**
 * A call whose interceptor has asked for the response: what the application does goes to the attempt that is under way,
 * and is kept for another.
 */
final class AttemptedClientCall<Q, R> extends ClientCallLayer<Q, R> {
    private final ClientCallLayer<Q, R> outer;
    private final Attempts<Q, R> attempts;
    private final SentRequests<Q, R> sent;
    private ClientCall<Q, R> current;

    /**
     * Stands in front of what a call forwards to now.
     *
     * @param keeps whether messages are kept for another attempt
     */
    AttemptedClientCall(ClientCallLayer<Q, R> outer, Attempts<Q, R> attempts, boolean keeps) {
        super(outer.delegate());
        this.outer = outer;
        this.attempts = attempts;
        this.sent = new SentRequests<>(keeps);
        this.current = outer.delegate();
        outer.delegate(this);
    }

    @Override
    CallMaker<Q, R> maker() {
        return outer.maker();
    }

    @Override
    void delegate(ClientCall<Q, R> further) {
        super.delegate(further);
        synchronized (this) {
            current = further;
        }
    }

    /** That of the attempt that is under way. */
    synchronized ClientCall<Q, R> current() {
        return current;
    }

    /** Whether everything can be done again. */
    synchronized boolean keptAll() {
        return sent.complete();
    }

    /**
     * What everything is done to again for another attempt.
     *
     * @param mayTry claims it; if not, this is {@code null}
     */
    synchronized DelayedClientCall<Q, R> replay(
            ClientListenerLayer<Q, R> next, CallbackExecutor executor, BooleanSupplier mayTry) {
        if (!sent.complete() || !mayTry.getAsBoolean()) {
            return null;
        }
        DelayedClientCall<Q, R> replay = new DelayedClientCall<>(
                next, executor, new Requests(true), (inside, answered) -> answered.standIn(inside));
        sent.replay(replay);
        return replay;
    }

    @Override
    public void sendMessage(Q message) {
        ClientCall<Q, R> to;
        synchronized (this) {
            sent.message(message);
            to = current;
        }
        to.sendMessage(message);
    }

    @Override
    public void halfClose() {
        ClientCall<Q, R> to;
        synchronized (this) {
            sent.halfClose();
            to = current;
        }
        to.halfClose();
    }

    @Override
    public void request(int messages) {
        ClientCall<Q, R> to;
        synchronized (this) {
            sent.request(messages);
            to = current;
        }
        to.request(messages);
    }

    @Override
    public void setMessageCompression(boolean enabled) {
        ClientCall<Q, R> to;
        synchronized (this) {
            sent.compression(enabled);
            to = current;
        }
        to.setMessageCompression(enabled);
    }

    @Override
    public void cancel(String message, Throwable cause) {
        attempts.cancel(Cancellation.status(message, cause), underWay -> underWay.cancel(message, cause));
    }
}
