package dev.heddle.api;

/**
 * A gRPC call that ends with another status than OK. It is what the stage of {@link GrpcCall#reply()} fails with; and
 * an interceptor that throws one, or whose stage fails with one, refuses the call on purpose with that status, as with
 * {@link RefusedException}. The library's own {@code StatusException} and {@code StatusRuntimeException} do the same.
 */
public class GrpcException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient GrpcStatus status;

    /** Ends a call with a status. */
    public GrpcException(GrpcStatus status) {
        this(status, null);
    }

    /**
     * Ends a call with a status.
     *
     * @param cause stays in this process
     * @throws IllegalArgumentException if the status is OK, which is no failure
     */
    public GrpcException(GrpcStatus status, Throwable cause) {
        super(status.description() == null ? status.code().name() : status.code() + ": " + status.description(), cause);
        if (status.isOk()) {
            throw new IllegalArgumentException("OK is not the status of a failure");
        }
        this.status = status;
    }

    /** The status. */
    public final GrpcStatus status() {
        return status;
    }

    /** What came with the status; empty unless the exception came out of a call. */
    public Headers trailers() {
        return NoHeaders.INSTANCE;
    }
}
