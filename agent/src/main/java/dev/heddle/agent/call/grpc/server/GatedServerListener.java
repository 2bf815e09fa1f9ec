package dev.heddle.agent.call.grpc.server;

import io.grpc.ForwardingServerCallListener;
import io.grpc.ServerCall;

/** A handler's listener: when its call is shut it hears nothing more but that the call is cancelled. */
class GatedServerListener<Q> extends ForwardingServerCallListener<Q> {
    private final GatedServerCall<Q, ?> call;
    private final ServerCall.Listener<Q> handler;

    GatedServerListener(ServerCall.Listener<Q> handler, GatedServerCall<Q, ?> call) {
        this.handler = handler;
        this.call = call;
    }

    @Override
    protected final ServerCall.Listener<Q> delegate() {
        return handler;
    }

    final GatedServerCall<Q, ?> call() {
        return call;
    }

    @Override
    public void onMessage(Q message) {
        if (!call.isShut()) {
            handler.onMessage(message);
        }
    }

    @Override
    public void onHalfClose() {
        if (!call.isShut()) {
            handler.onHalfClose();
        }
    }

    @Override
    public void onReady() {
        if (!call.isShut()) {
            handler.onReady();
        }
    }

    @Override
    public void onComplete() {
        if (call.isShut()) {
            handler.onCancel();
        } else {
            handler.onComplete();
        }
    }
}
