package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.OwnFrames;
import dev.heddle.agent.call.grpc.InterceptedMethod;
import dev.heddle.agent.call.grpc.InterceptedMethods;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import java.util.Objects;

/** Stands outermost in every channel. A call that nobody wants goes straight on. */
public final class ClientAdapter implements ClientInterceptor {
    static {
        // A method whose types are not loaded is inlined nowhere, and every call comes by here.
        Objects.requireNonNull(CallOptions.class);
        Objects.requireNonNull(Channel.class);
        Objects.requireNonNull(ClientCall.class);
    }

    private final InterceptedMethods methods;

    /** Called by the assembling room. */
    public ClientAdapter(InterceptedMethods methods) {
        this.methods = methods;
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        InterceptedMethod intercepted = methods.of(method.getFullMethodName());
        ClientCall<Q, R> call = made(method, options, next);
        return intercepted == null ? call : new InterceptedClientCall<>(call, intercepted, method, options, next);
    }

    private static <Q, R> ClientCall<Q, R> made(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        try {
            return next.newCall(method, options);
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }
}
