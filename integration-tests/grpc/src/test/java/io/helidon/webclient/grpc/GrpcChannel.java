package io.helidon.webclient.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;

/** Makes calls without interceptors, as Helidon's class of that name does. */
public final class GrpcChannel extends Channel {
    private final Channel next;

    public GrpcChannel(Channel next) {
        this.next = next;
    }

    @Override
    public <Q, R> ClientCall<Q, R> newCall(MethodDescriptor<Q, R> method, CallOptions options) {
        return next.newCall(method, options);
    }

    @Override
    public String authority() {
        return next.authority();
    }
}
