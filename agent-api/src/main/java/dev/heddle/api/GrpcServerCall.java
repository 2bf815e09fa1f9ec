package dev.heddle.api;

/**
 * A call that arrives at a gRPC server. An interceptor that answers or refuses keeps it from the handler; the failure
 * of {@link #reply()} is the handler's, and failing with another one gives the caller that one's status. What an
 * interceptor attaches to the thread around {@link #proceed()} is there for all of a handler that takes one request;
 * for a stream of them see {@link GrpcEvents#scope()}.
 *
 * <p>Where a method takes one request and the call is cancelled, or its deadline passes, before that has come, the chain
 * runs then, without a request: {@link #request()} is {@code null}. If the interceptors go on at once the handler is
 * told of the start and of the cancellation; one that answers later keeps the handler from both.
 */
public interface GrpcServerCall extends GrpcCall {
    /** The library's {@code ServerCall} and {@code Metadata}, in this order. */
    @Override
    Object[] source();
}
