package dev.heddle.agent.call.grpc;

import io.grpc.Metadata;
import io.grpc.Status;

/**
 * What the library tells of a client's attempt, as soon as the application can send by it. Until then it waits: an
 * application that is told that it may send, and cannot yet, would wait for ever to be told again.
 */
abstract class ClientCallbacks<Q, R> extends ClientResponse<Q, R> {
    ClientCallbacks(ClientPass<Q, R> pass) {
        super(pass);
    }

    abstract void headers(Metadata headers);

    abstract void message(R response);

    abstract void close(Status status, Metadata trailers);

    abstract void ready();

    @Override
    public final void onHeaders(Metadata headers) {
        if (!early() || !hold(() -> headers(headers))) {
            headers(headers);
        }
    }

    @Override
    public final void onMessage(R response) {
        if (!early() || !hold(() -> message(response))) {
            message(response);
        }
    }

    @Override
    public final void onClose(Status status, Metadata trailers) {
        if (!early() || !hold(() -> close(status, trailers))) {
            close(status, trailers);
        }
    }

    @Override
    public final void onReady() {
        if (!early() || !hold(this::ready)) {
            ready();
        }
    }

    /** Whether a callback may come too early, or behind one that has: a glance, for most do not. */
    private boolean early() {
        return !pass.isLive() || pass.extras() != null;
    }

    /** Keeps a callback that has come too early; says whether it had to. */
    private boolean hold(Runnable callback) {
        Held held = held();
        if (held != null && held.early != null) {
            return held.early.hold(callback);
        }
        if (pass.isLive() || !pass.requestStream()) {
            return false;
        }
        synchronized (pass) {
            if (pass.isLive() || pass.attempt() != this) {
                return false;
            }
            Held needed = needHeld();
            if (needed.early == null) {
                needed.early = new EarlyCallbacks();
            }
            return needed.early.hold(callback);
        }
    }

    /** Lets pass what has come too early, because the application can send now. */
    final void release() {
        Held held = held();
        if (held != null && held.early != null) {
            pass.deliver(() -> held.early.release(pass));
        }
    }
}
