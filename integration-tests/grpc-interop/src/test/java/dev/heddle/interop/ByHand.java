package dev.heddle.interop;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.concurrent.atomic.AtomicInteger;

/** The yardstick: interceptors that the application has registered, which count calls as those of the agent do. */
public final class ByHand implements ClientInterceptor, ServerInterceptor {
    public static final ByHand CLIENT = new ByHand();
    public static final ByHand SERVER = new ByHand();

    private final AtomicInteger calls = new AtomicInteger();

    private ByHand() {}

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        calls.incrementAndGet();
        return next.newCall(method, options);
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        calls.incrementAndGet();
        return next.startCall(call, headers);
    }

    /** How many calls were intercepted since this was asked for. */
    int takeCalls() {
        return calls.getAndSet(0);
    }
}
