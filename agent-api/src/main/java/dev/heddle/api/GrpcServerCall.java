package dev.heddle.api;

/**
 * A call that arrives at a gRPC server. An interceptor that answers or refuses keeps it from the handler; the failure
 * of {@link #reply()} is the handler's, and failing with another one gives the caller that one's status. What an
 * interceptor attaches to the thread around {@link #proceed()} is there for all of a handler that takes one request;
 * for a stream of them see {@link GrpcEvents#scope()}.
 */
public interface GrpcServerCall extends GrpcCall {
    /** The library's {@code ServerCall} and {@code Metadata}, in this order. */
    @Override
    Object[] source();
}
