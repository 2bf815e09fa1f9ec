package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.grpc.GrpcCallView;
import dev.heddle.agent.call.grpc.InterceptedMethod;
import dev.heddle.agent.call.grpc.MetadataHeaders;
import dev.heddle.api.GrpcServerCall;
import dev.heddle.api.Headers;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What an interceptor sees of a server's call. */
abstract class ServerCallView<Q, R> extends GrpcCallView implements GrpcServerCall {
    /** The call, as it comes from further out. */
    final ServerCall<Q, R> call;

    final Metadata headers;

    ServerCallView(
            InterceptedMethod method, GrpcCallView outer, int position, ServerCall<Q, R> call, Metadata headers) {
        super(method, outer, position);
        this.call = call;
        this.headers = headers;
    }

    @Override
    protected final MethodDescriptor<Q, R> descriptor() {
        return call.getMethodDescriptor();
    }

    @Override
    public final Headers headers() {
        return new MetadataHeaders(headers, false, method().keys());
    }

    @Override
    public final Duration timeRemaining() {
        Deadline deadline = Context.current().getDeadline();
        return deadline == null ? null : Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS));
    }

    @Override
    public final String authority() {
        return call.getAuthority();
    }

    @Override
    public final String peer() {
        Object address = call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        return address == null ? null : address.toString();
    }

    @Override
    public final <T> T unwrap(Class<T> type) {
        for (Object own : new Object[] {call, headers, descriptor()}) {
            if (type.isInstance(own)) {
                return type.cast(own);
            }
        }
        return null;
    }
}
