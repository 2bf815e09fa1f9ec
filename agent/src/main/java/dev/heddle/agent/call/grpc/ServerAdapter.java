package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/** Stands outermost in every server. A call that nobody wants goes straight on. */
public final class ServerAdapter implements ServerInterceptor {
    private final Routes routes;

    /** Called by the assembling room. */
    public ServerAdapter(Routes routes) {
        this.routes = routes;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        Chain chain = routes.of(call.getMethodDescriptor().getFullMethodName());
        if (chain == null) {
            return next.startCall(call, headers);
        }
        ServerPass<Q, R> pass = new ServerPass<>(chain, call, headers, next);
        pass.begin();
        return pass;
    }
}
