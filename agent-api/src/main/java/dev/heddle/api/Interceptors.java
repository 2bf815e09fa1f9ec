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
