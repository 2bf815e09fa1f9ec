package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.grpc.CallbackExecutor;
import dev.heddle.agent.call.grpc.GrpcCallView;
import dev.heddle.agent.call.grpc.InterceptedMethod;
import dev.heddle.agent.call.grpc.MetadataHeaders;
import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.Headers;
import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What an interceptor sees of a client's call, and changes before it goes on. */
abstract class ClientCallView<Q, R> extends GrpcCallView implements GrpcClientCall {
    /** The listener that the response is for. */
    final ClientListenerLayer<Q, R> outside;

    Metadata headers;
    CallOptions options;

    ClientCallView(
            InterceptedMethod method,
            GrpcCallView outer,
            int position,
            ClientListenerLayer<Q, R> outside,
            Metadata headers,
            CallOptions options) {
        super(method, outer, position);
        this.outside = outside;
        this.headers = headers;
        this.options = options;
    }

    final CallMaker<Q, R> maker() {
        return outside.call().maker();
    }

    /** Where the library would run the application's call-backs. */
    final CallbackExecutor executor() {
        Executor own = options.getExecutor();
        return new CallbackExecutor(own == null ? method().executor() : own, Context.current());
    }

    @Override
    protected final MethodDescriptor<Q, R> descriptor() {
        return maker().descriptor();
    }

    @Override
    public final Headers headers() {
        return new MetadataHeaders(headers, true, method().keys());
    }

    @Override
    public final Duration timeRemaining() {
        Long nanos = WaitLimit.nanosLeft(Context.current(), options);
        return nanos == null ? null : Duration.ofNanos(nanos);
    }

    @Override
    public final String authority() {
        String chosen = options.getAuthority();
        return chosen == null ? maker().authority() : chosen;
    }

    @Override
    public final String peer() {
        Object address =
                progress() == null ? null : outside.call().getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        return address == null ? null : address.toString();
    }

    @Override
    public final void setTimeout(Duration timeout) {
        options = timeout == null
                ? options.withDeadline(null)
                : options.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public final boolean waitForReady() {
        return options.isWaitForReady();
    }

    @Override
    public final void setWaitForReady(boolean wait) {
        if (wait != options.isWaitForReady()) {
            options = wait ? options.withWaitForReady() : options.withoutWaitForReady();
        }
    }

    @Override
    public final String compression() {
        return options.getCompressor();
    }

    @Override
    public final void setCompression(String name) {
        options = options.withCompression(name);
    }

    @Override
    public final <T> T unwrap(Class<T> type) {
        for (Object own : new Object[] {descriptor(), options, headers}) {
            if (type.isInstance(own)) {
                return type.cast(own);
            }
        }
        return null;
    }

    @Override
    public final <T> void replace(Class<T> type, T replacement) {
        if (type != CallOptions.class) {
            super.replace(type, replacement);
        }
        options = (CallOptions) type.cast(java.util.Objects.requireNonNull(replacement, "replacement"));
    }
}
