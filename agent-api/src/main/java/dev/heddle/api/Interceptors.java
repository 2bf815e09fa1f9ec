package dev.heddle.api;

import java.util.Objects;

/**
 * Where an extension registers its interceptors. Within one extension the interceptor registered first is the
 * outermost. Valid during {@link Extension#register}; later registrations throw {@link IllegalStateException}.
 */
public interface Interceptors {
    /** Has an interceptor run for the selected calls. */
    <C extends Call> Interceptors on(Selector<C> calls, Interceptor<? super C> interceptor);

    /**
     * Has a codec encode what the application sends through Temporal. The one registered first is the outermost, next to
     * the server: it encodes last and decodes first.
     *
     * <p>Register it before anything that may fail. If an extension that {@linkplain Extension#failClosed() guards} has
     * registered a codec and then fails to register, no client and no worker of Temporal's is made. An application that
     * has made some without a codec does not get one while it runs: half of what it has made would not read it.
     */
    Interceptors codec(PayloadCodec codec);

    /**
     * Has a plugin configure the connections, clients and workers of Temporal's that the application makes, and wrap their
     * start and shutdown. Within one extension the one registered first is the outermost.
     *
     * <p>Register it before anything that may fail. If an extension that {@linkplain Extension#failClosed() guards} has
     * registered a plugin and then fails to register, nothing of Temporal's is made.
     */
    Interceptors plugin(Plugin plugin);

    /**
     * Has somebody look on while code of workflows calls what no chain passes. The first one has the classes of workflows
     * changed when a worker registers them; without any, no class of an application is.
     */
    Interceptors watch(CodeWatcher watcher);

    /**
     * Has an interceptor run for the selected gRPC calls with their one request in hand; of a method whose requests are
     * a stream it runs as the call begins, with {@code null}. See {@link GrpcCall#request()} for what that puts off: an
     * interceptor that decides by headers, method or peer alone is registered with {@link #on}.
     */
    default <C extends GrpcCall> Interceptors onRequest(Selector<C> calls, RequestInterceptor<? super C> interceptor) {
        Objects.requireNonNull(interceptor, "interceptor");
        return on(calls, call -> {
            if (call.methodType().requestStream()) {
                return interceptor.intercept(call, null);
            }
            return call.request().thenCompose(request -> RequestInterceptor.stage(interceptor, call, request));
        });
    }
}
