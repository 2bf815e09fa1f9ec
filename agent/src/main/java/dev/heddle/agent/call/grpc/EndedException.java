package dev.heddle.agent.call.grpc;

import dev.heddle.api.GrpcException;
import dev.heddle.api.Headers;
import io.grpc.Metadata;
import io.grpc.Status;

/** How a call of the library's ended, told to interceptors; an interceptor that lets it pass changes nothing. */
public final class EndedException extends GrpcException {
    private static final long serialVersionUID = 1L;

    private final transient Status original;
    private final transient Metadata metadata;

    /** The end of a call with a status other than OK. */
    public EndedException(Status original, Metadata metadata) {
        super(Statuses.of(original), original.getCause());
        this.original = original;
        this.metadata = metadata;
    }

    Status original() {
        return original;
    }

    Metadata metadata() {
        return metadata;
    }

    @Override
    public Headers trailers() {
        return new MetadataHeaders(metadata, false);
    }
}
