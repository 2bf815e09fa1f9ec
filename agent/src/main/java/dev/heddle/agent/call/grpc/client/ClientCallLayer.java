package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.OwnFrames;
import io.grpc.ClientCall;
import io.grpc.ForwardingClientCall;

/**
 * A call that forwards to one further in, which is known by the time the call is started. What is thrown there has no
 * frame of ours when the application gets it; the methods are written out for that, and so that the library's forwarding
 * has none either.
 */
abstract class ClientCallLayer<Q, R> extends ForwardingClientCall<Q, R> {
    private ClientCall<Q, R> delegate;

    ClientCallLayer(ClientCall<Q, R> delegate) {
        this.delegate = delegate;
    }

    @Override
    protected final ClientCall<Q, R> delegate() {
        return delegate;
    }

    void delegate(ClientCall<Q, R> further) {
        delegate = further;
    }

    /** What makes the library's calls. */
    abstract CallMaker<Q, R> maker();

    @Override
    public void sendMessage(Q message) {
        try {
            delegate.sendMessage(message);
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    @Override
    public void halfClose() {
        try {
            delegate.halfClose();
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    @Override
    public void request(int messages) {
        try {
            delegate.request(messages);
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    @Override
    public void cancel(String message, Throwable cause) {
        try {
            delegate.cancel(message, cause);
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    @Override
    public void setMessageCompression(boolean enabled) {
        try {
            delegate.setMessageCompression(enabled);
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }
}
