package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.OwnFrames;
import dev.heddle.agent.call.grpc.InterceptedMethod;
import dev.heddle.agent.call.grpc.InterceptedMethods;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/** Stands outermost in every server: the chain of a call runs as it arrives. A call that nobody wants goes straight on. */
public final class ServerAdapter implements ServerInterceptor {
    private final InterceptedMethods methods;

    /** Called by the assembling room. */
    public ServerAdapter(InterceptedMethods methods) {
        this.methods = methods;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        InterceptedMethod method = methods.of(call.getMethodDescriptor().getFullMethodName());
        try {
            return method == null
                    ? next.startCall(call, headers)
                    : ServerInterception.begin(method, null, 0, call, headers, next);
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }
}
