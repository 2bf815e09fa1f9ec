package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.OwnFrames;
import io.grpc.ForwardingServerCallListener;
import io.grpc.ServerCall;

/**
 * A handler's listener: when its call is shut it hears nothing more but that the call is cancelled. What it throws has no
 * frame of ours.
 */
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
        if (call.isShut()) {
            return;
        }
        try {
            handler.onMessage(message);
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    @Override
    public void onHalfClose() {
        if (call.isShut()) {
            return;
        }
        try {
            handler.onHalfClose();
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    @Override
    public void onReady() {
        if (call.isShut()) {
            return;
        }
        try {
            handler.onReady();
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    @Override
    public void onComplete() {
        if (call.isShut()) {
            cancelled();
            return;
        }
        try {
            handler.onComplete();
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    @Override
    public void onCancel() {
        cancelled();
    }

    private void cancelled() {
        try {
            handler.onCancel();
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }
}
