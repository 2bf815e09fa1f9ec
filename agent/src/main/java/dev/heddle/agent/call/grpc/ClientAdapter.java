package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import java.util.Objects;

/** Stands outermost in every channel. A call that nobody wants goes straight on. */
public final class ClientAdapter implements ClientInterceptor {
    static {
        // As in Chain; the call's own types are resolved here only if nobody wants a call.
        Objects.requireNonNull(CallOptions.class);
        Objects.requireNonNull(Channel.class);
        Objects.requireNonNull(ClientCall.class);
    }

    private final Routes routes;

    /** Called by the assembling room. */
    public ClientAdapter(Routes routes) {
        this.routes = routes;
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        Chain chain = routes.of(method.getFullMethodName());
        return chain == null ? next.newCall(method, options) : new ClientPass<>(chain, method, options, next);
    }
}
