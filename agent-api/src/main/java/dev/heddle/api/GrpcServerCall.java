package dev.heddle.api;

/**
 * A call that arrives at a gRPC server. An interceptor that answers or refuses keeps it from the handler; the failure
 * of {@link #response()} is the handler's, and failing with another one gives the caller that one's status. What an
 * interceptor attaches to the thread around {@link #proceed()} is there while the handler starts; for each callback into
 * the handler see {@link GrpcEvents#scope()}.
 *
 * <p>The library's objects behind it are its {@code ServerCall} and {@code Metadata}; neither can be replaced.
 */
public interface GrpcServerCall extends GrpcCall {}
