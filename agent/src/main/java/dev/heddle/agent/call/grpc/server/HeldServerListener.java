package dev.heddle.agent.call.grpc.server;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

/** The listener of a handler whose response is held: what it throws is part of the response. */
final class HeldServerListener<Q> extends GatedServerListener<Q> {
    private final HeldServerCall<Q, ?> call;

    HeldServerListener(ServerCall.Listener<Q> handler, HeldServerCall<Q, ?> call) {
        super(handler, call);
        this.call = call;
    }

    @Override
    public void onMessage(Q message) {
        run(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
        run(super::onHalfClose);
    }

    @Override
    public void onReady() {
        run(super::onReady);
    }

    @Override
    public void onCancel() {
        call.cancelled();
        super.onCancel();
    }

    private void run(Runnable callback) {
        try {
            callback.run();
        } catch (Throwable thrown) {
            Status becomes = Status.UNKNOWN
                    .withDescription("Application error processing RPC")
                    .withCause(thrown);
            Metadata trailers = Status.trailersFromThrowable(thrown);
            if (call.threw(thrown, becomes, trailers == null ? new Metadata() : trailers)) {
                throw thrown;
            }
        }
    }
}
