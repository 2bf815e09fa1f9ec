package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.OwnFrames;
import io.grpc.ServerCall;

/** Listens to a call that was refused after its handler had started, which hears no more than that it is cancelled. */
final class EndedServerListener<Q> extends ServerCall.Listener<Q> {
    private final ServerCall.Listener<Q> handler;

    /** For a handler's listener, which may be {@code null}. */
    EndedServerListener(ServerCall.Listener<Q> handler) {
        this.handler = handler;
    }

    @Override
    public void onCancel() {
        if (handler == null) {
            return;
        }
        try {
            handler.onCancel();
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    @Override
    public void onComplete() {
        onCancel();
    }
}
