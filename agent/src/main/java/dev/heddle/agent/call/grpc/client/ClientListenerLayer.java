package dev.heddle.agent.call.grpc.client;

import io.grpc.ClientCall;
import io.grpc.ForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.Status;

/**
 * A listener that forwards to one further out, until somebody further in ends the call: then the next thing told is the
 * end, when the call further in has ended, so that it comes where the library brings it and nothing comes after it.
 */
class ClientListenerLayer<Q, R> extends ForwardingClientCallListener<R> {
    /** An end that an interceptor has put in the place of the library's. */
    record Ending(Status status, Metadata trailers) {}

    private final ClientCall.Listener<R> listener;
    private final ClientCallLayer<Q, R> call;
    private volatile Ending ending;

    /**
     * A layer.
     *
     * @param call the call whose delegate brings what this listens to
     */
    ClientListenerLayer(ClientCall.Listener<R> listener, ClientCallLayer<Q, R> call) {
        this.listener = listener;
        this.call = call;
    }

    @Override
    protected final ClientCall.Listener<R> delegate() {
        return listener;
    }

    final ClientCallLayer<Q, R> call() {
        return call;
    }

    /** Ends the call with a status of an interceptor's; the first end stands. */
    final void endWith(Status status, Metadata trailers) {
        synchronized (this) {
            if (ending != null) {
                return;
            }
            ending = new Ending(status, trailers);
        }
        call.delegate().cancel("an interceptor has ended the call", null);
    }

    final boolean ending() {
        return ending != null;
    }

    @Override
    public void onHeaders(Metadata headers) {
        if (ending == null) {
            listener.onHeaders(headers);
        }
    }

    @Override
    public void onMessage(R message) {
        if (ending == null) {
            listener.onMessage(message);
        }
    }

    @Override
    public void onReady() {
        if (ending == null) {
            listener.onReady();
        }
    }

    @Override
    public final void onClose(Status status, Metadata trailers) {
        Ending instead = ending;
        if (instead == null) {
            closed(status, trailers);
        } else {
            closed(instead.status(), instead.trailers());
        }
    }

    /** Tells of the end. */
    void closed(Status status, Metadata trailers) {
        listener.onClose(status, trailers);
    }
}
