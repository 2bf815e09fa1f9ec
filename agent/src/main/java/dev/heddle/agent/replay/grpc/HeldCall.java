package dev.heddle.agent.replay.grpc;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call that nobody answers, until its caller cancels it. */
class HeldCall<Q, R> extends ClientCall<Q, R> {
    private final AtomicBoolean ended = new AtomicBoolean();
    private Listener<R> listener;

    @Override
    public void start(Listener<R> ofCaller, Metadata headers) {
        listener = ofCaller;
    }

    @Override
    public void request(int messages) {
        // There are none.
    }

    @Override
    public void cancel(String message, Throwable cause) {
        end(Status.CANCELLED.withDescription(message).withCause(cause));
    }

    @Override
    public void halfClose() {
        // Nobody waits for it.
    }

    @Override
    public void sendMessage(Q message) {
        // Nobody wants it.
    }

    final Listener<R> listener() {
        return listener;
    }

    final void end(Status status) {
        if (listener != null && ended.compareAndSet(false, true)) {
            listener.onClose(status, new Metadata());
        }
    }
}
