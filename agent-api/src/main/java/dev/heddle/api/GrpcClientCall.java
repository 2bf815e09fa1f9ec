package dev.heddle.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call that leaves through a gRPC channel. {@link #response()} may be asked for again after it has failed, each time
 * with requests, metadata and options as they are then: a retry. It may also never be asked for: a cache.
 *
 * <p>The library's objects behind it are its {@code MethodDescriptor}, {@code CallOptions} and {@code Metadata};
 * {@code CallOptions}, such as some with credentials, can be {@linkplain #replace replaced}.
 */
public interface GrpcClientCall extends GrpcCall {
    /** Sets how long the call may take from now on; {@code null} for as long as it likes. */
    void setTimeout(@Nullable Duration timeout);

    /** Whether the call waits for a connection instead of failing without one. */
    boolean waitForReady();

    /** Sets whether the call waits for a connection. */
    void setWaitForReady(boolean wait);

    /** The name of the compression of requests, such as {@code gzip}; {@code null} for none. */
    @Nullable
    String compression();

    /** Sets the compression of requests. */
    void setCompression(@Nullable String name);
}
