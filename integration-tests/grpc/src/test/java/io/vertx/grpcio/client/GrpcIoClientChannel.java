package io.vertx.grpcio.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;

/** Makes calls without interceptors, as the class of that name of Vert.x does. */
public final class GrpcIoClientChannel extends Channel {
    private final Channel next;

    public GrpcIoClientChannel(Channel next) {
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
