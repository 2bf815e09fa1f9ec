package dev.heddle.agent.replay.grpc;

import dev.heddle.agent.replay.ServerCalls;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;

/** Stands before a channel: what is for Temporal's server comes no further, all else goes on. */
public final class ServerStandIn implements ClientInterceptor {
    private final ServerCalls calls;

    /** Called by the room above. */
    public ServerStandIn(ServerCalls calls) {
        this.calls = calls;
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        String name = method.getFullMethodName();
        return switch (calls.fate(name)) {
            case SEND -> next.newCall(method, options);
            case HOLD -> new HeldCall<>();
            case ANSWER -> new AnsweredCall<>(method, calls.answer(name));
        };
    }
}
