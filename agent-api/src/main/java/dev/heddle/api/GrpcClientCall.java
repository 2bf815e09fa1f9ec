package dev.heddle.api;

import java.time.Duration;

/**
 * A call that leaves through a gRPC channel. {@link #reply()} may be asked for any number of times, each of which calls
 * the server, with requests and metadata as they are then.
 *
 * <p>Where a method takes one request the call leaves when that is complete, as it does at once with every stub. Before
 * that the server hears nothing, the call takes messages, and neither its deadline nor its context ends it; the
 * application's own cancellation does.
 */
public interface GrpcClientCall extends GrpcCall {
    /** Sets how long the call may take from now on; {@code null} for as long as it likes. */
    void deadline(Duration timeout);

    /** Whether the call waits for a connection instead of failing without one. */
    boolean waitForReady();

    /** Sets whether the call waits for a connection. */
    void waitForReady(boolean wait);

    /** The name of the compression of requests, such as {@code gzip}; {@code null} for none. */
    String compression();

    /** Sets the compression of requests. */
    void compression(String name);

    /**
     * The library's {@code MethodDescriptor}, {@code CallOptions} and {@code Metadata}, in this order. Put other options
     * into the array, such as some with credentials, and the call uses those.
     */
    @Override
    Object[] source();
}
