package dev.heddle.agent.call.grpc.client;

import io.grpc.ClientCall;
import io.grpc.ForwardingClientCall;

/** A call that forwards to one further in, which is known by the time the call is started. */
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
}
