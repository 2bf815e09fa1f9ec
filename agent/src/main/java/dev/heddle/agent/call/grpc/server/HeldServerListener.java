package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.grpc.Statuses;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.function.Supplier;

/** The listener of a handler whose response is held: what it throws is part of the response. */
final class HeldServerListener<Q> extends GatedServerListener<Q> {
    private final HeldServerCall<Q, ?> call;

    HeldServerListener(ServerCall.Listener<Q> handler, HeldServerCall<Q, ?> call) {
        super(handler, call);
        this.call = call;
    }

    /** Starts the handler for a call, unless it has ended. */
    static <Q> ServerCall.Listener<Q> around(HeldServerCall<Q, ?> call, Supplier<ServerCall.Listener<Q>> start) {
        if (call.isShut()) {
            return new NoHandler<>();
        }
        try {
            ServerCall.Listener<Q> handler = start.get();
            return handler == null ? null : new HeldServerListener<>(handler, call);
        } catch (Throwable thrown) {
            if (call.threw(thrown, Status.fromThrowable(thrown), Statuses.trailers(thrown))) {
                throw thrown;
            }
            return new NoHandler<>();
        }
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
            if (call.threw(thrown, becomes, new Metadata())) {
                throw thrown;
            }
        }
    }
}
