package dev.heddle.agent.assemble.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * Servers and channels that are not grpc-java's and take its services, stubs and interceptors. They have no executor that
 * grpc-java knows of: what an interceptor has held goes on in the JDK's common pool.
 */
final class OtherGrpc {
    private final GrpcLibrary library;

    /** Those of all channels that show themselves by their calls alone. */
    private List<ClientInterceptor> interceptors;

    /** Whether the channel itself is asked for a call, on this thread. */
    private final ThreadLocal<Boolean> inner = new ThreadLocal<>();

    OtherGrpc(GrpcLibrary library) {
        this.library = library;
    }

    /** A service that such a server is about to serve, as it is to serve it. */
    Object ofService(ServerServiceDefinition service) {
        return ServerInterceptors.intercept(service, library.ofServer(null, new ServerInterceptor[0]));
    }

    /** What such a server is about to call for a method, as it is to call it. */
    <Q, R> ServerCallHandler<Q, R> ofHandler(ServerCallHandler<Q, R> handler) {
        ServerCallHandler<Q, R> intercepted = handler;
        for (ServerInterceptor interceptor : library.ofServer(null, new ServerInterceptor[0])) {
            ServerCallHandler<Q, R> next = intercepted;
            intercepted = (call, headers) -> interceptor.interceptCall(call, headers, next);
        }
        return intercepted;
    }

    /** An option of a channel: if it is the list of its interceptors, that with ours. */
    Object ofOption(Object option) {
        if (!(option instanceof Iterable<?> list)) {
            return option;
        }
        List<Object> own = new ArrayList<>();
        for (Object interceptor : list) {
            if (!(interceptor instanceof ClientInterceptor)) {
                return option;
            }
            own.add(interceptor);
        }
        return library.ofClient(null, own);
    }

    /**
     * A channel that has no interceptors is asked for a call: asks it through ours, which in the end come by here again.
     *
     * @param asked the channel, the method and the options
     * @return the call; {@code null} where the channel is to make it
     */
    Object ofCall(Object[] asked) {
        if (inner.get() != null) {
            return null;
        }
        try {
            return ClientInterceptors.intercept(new Inner((Channel) asked[0]), interceptors())
                    .newCall((MethodDescriptor<?, ?>) asked[1], (CallOptions) asked[2]);
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    private synchronized List<ClientInterceptor> interceptors() {
        if (interceptors == null) {
            interceptors = new ArrayList<>();
            for (Object interceptor : library.ofClient(null, List.of())) {
                interceptors.add((ClientInterceptor) interceptor);
            }
        }
        return interceptors;
    }

    private final class Inner extends Channel {
        private final Channel channel;

        Inner(Channel channel) {
            this.channel = channel;
        }

        @Override
        public <Q, R> ClientCall<Q, R> newCall(MethodDescriptor<Q, R> method, CallOptions options) {
            inner.set(Boolean.TRUE);
            try {
                return channel.newCall(method, options);
            } finally {
                inner.remove();
            }
        }

        @Override
        public String authority() {
            return channel.authority();
        }
    }
}
