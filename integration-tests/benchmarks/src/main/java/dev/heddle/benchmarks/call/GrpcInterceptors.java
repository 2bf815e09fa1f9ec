package dev.heddle.benchmarks.call;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.ForwardingClientCallListener;
import io.grpc.ForwardingServerCall;
import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/** An application's own interceptors on both sides, which see all that an interceptor of Heddle's could see. */
public record GrpcInterceptors(boolean header) implements ClientInterceptor, ServerInterceptor {
    private static final Metadata.Key<String> TENANT = Metadata.Key.of("tenant", Metadata.ASCII_STRING_MARSHALLER);

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        return new ForwardingClientCall.SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                if (header) {
                    headers.get(TENANT);
                    headers.put(TENANT, "acme");
                }
                super.start(
                        new ForwardingClientCallListener.SimpleForwardingClientCallListener<>(listener) {}, headers);
            }
        };
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        if (header) {
            headers.get(TENANT);
        }
        ServerCall<Q, R> seen = new ForwardingServerCall.SimpleForwardingServerCall<>(call) {};
        return new ForwardingServerCallListener.SimpleForwardingServerCallListener<>(next.startCall(seen, headers)) {};
    }
}
