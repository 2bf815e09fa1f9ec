package dev.heddle.api;

import org.jspecify.annotations.Nullable;

/**
 * A gRPC call that ends with another status than OK. It is what the stage of {@link GrpcCall#response()} fails with; and
 * an interceptor that throws one, or whose stage fails with one, refuses the call on purpose with that status, as with
 * {@link RefusedException}. The library's own {@code StatusException} and {@code StatusRuntimeException} do the same.
 *
 * <p>For each code there is a class, such as {@link NotFound}, with a description to start from.
 */
@SuppressWarnings("serial") // The classes of the codes add nothing to what is serialized.
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
    public GrpcException(GrpcStatus status, @Nullable Throwable cause) {
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

    /** The name of the status's code, such as {@code NOT_FOUND}. */
    public final String statusString() {
        return status.code().name();
    }

    /** What came with the status; empty unless the exception came out of a call. */
    public Headers trailers() {
        return NoHeaders.INSTANCE;
    }

    /** CANCELLED: the call was given up. */
    public static class Cancelled extends GrpcException {
        /** Says so. */
        public Cancelled() {
            this("the call was cancelled");
        }

        /** Says more. */
        public Cancelled(String description) {
            super(GrpcStatus.Code.CANCELLED.status(description));
        }
    }

    /** UNKNOWN: something failed that has no better code. */
    public static class Unknown extends GrpcException {
        /** Says so. */
        public Unknown() {
            this("an unknown error");
        }

        /** Says more. */
        public Unknown(String description) {
            super(GrpcStatus.Code.UNKNOWN.status(description));
        }
    }

    /** INVALID_ARGUMENT: the request makes no sense, whatever the state of things. */
    public static class InvalidArgument extends GrpcException {
        /** Says so. */
        public InvalidArgument() {
            this("the request is not valid");
        }

        /** Says more. */
        public InvalidArgument(String description) {
            super(GrpcStatus.Code.INVALID_ARGUMENT.status(description));
        }
    }

    /** DEADLINE_EXCEEDED: it took too long. */
    public static class DeadlineExceeded extends GrpcException {
        /** Says so. */
        public DeadlineExceeded() {
            this("it took longer than the deadline allows");
        }

        /** Says more. */
        public DeadlineExceeded(String description) {
            super(GrpcStatus.Code.DEADLINE_EXCEEDED.status(description));
        }
    }

    /** NOT_FOUND: there is no such thing. */
    public static class NotFound extends GrpcException {
        /** Says so. */
        public NotFound() {
            this("what was asked for does not exist");
        }

        /** Says more. */
        public NotFound(String description) {
            super(GrpcStatus.Code.NOT_FOUND.status(description));
        }
    }

    /** ALREADY_EXISTS: it is there already. */
    public static class AlreadyExists extends GrpcException {
        /** Says so. */
        public AlreadyExists() {
            this("what was to be made exists already");
        }

        /** Says more. */
        public AlreadyExists(String description) {
            super(GrpcStatus.Code.ALREADY_EXISTS.status(description));
        }
    }

    /** PERMISSION_DENIED: the caller is known and may not. */
    public static class PermissionDenied extends GrpcException {
        /** Says so. */
        public PermissionDenied() {
            this("the caller may not do this");
        }

        /** Says more. */
        public PermissionDenied(String description) {
            super(GrpcStatus.Code.PERMISSION_DENIED.status(description));
        }
    }

    /** RESOURCE_EXHAUSTED: a quota or a resource is used up. */
    public static class ResourceExhausted extends GrpcException {
        /** Says so. */
        public ResourceExhausted() {
            this("a quota or a resource is used up");
        }

        /** Says more. */
        public ResourceExhausted(String description) {
            super(GrpcStatus.Code.RESOURCE_EXHAUSTED.status(description));
        }
    }

    /** FAILED_PRECONDITION: the state of things does not allow it. */
    public static class FailedPrecondition extends GrpcException {
        /** Says so. */
        public FailedPrecondition() {
            this("the state of things does not allow this");
        }

        /** Says more. */
        public FailedPrecondition(String description) {
            super(GrpcStatus.Code.FAILED_PRECONDITION.status(description));
        }
    }

    /** ABORTED: a conflict with another caller. */
    public static class Aborted extends GrpcException {
        /** Says so. */
        public Aborted() {
            this("the operation was aborted");
        }

        /** Says more. */
        public Aborted(String description) {
            super(GrpcStatus.Code.ABORTED.status(description));
        }
    }

    /** OUT_OF_RANGE: beyond the valid range. */
    public static class OutOfRange extends GrpcException {
        /** Says so. */
        public OutOfRange() {
            this("beyond the valid range");
        }

        /** Says more. */
        public OutOfRange(String description) {
            super(GrpcStatus.Code.OUT_OF_RANGE.status(description));
        }
    }

    /** UNIMPLEMENTED: there is no such operation here. */
    public static class Unimplemented extends GrpcException {
        /** Says so. */
        public Unimplemented() {
            this("the operation is not implemented");
        }

        /** Says more. */
        public Unimplemented(String description) {
            super(GrpcStatus.Code.UNIMPLEMENTED.status(description));
        }
    }

    /** INTERNAL: an invariant is broken. */
    public static class Internal extends GrpcException {
        /** Says so. */
        public Internal() {
            this("an internal error");
        }

        /** Says more. */
        public Internal(String description) {
            super(GrpcStatus.Code.INTERNAL.status(description));
        }
    }

    /** UNAVAILABLE: trying again may help. */
    public static class Unavailable extends GrpcException {
        /** Says so. */
        public Unavailable() {
            this("the service is not available now");
        }

        /** Says more. */
        public Unavailable(String description) {
            super(GrpcStatus.Code.UNAVAILABLE.status(description));
        }
    }

    /** DATA_LOSS: data is lost for good. */
    public static class DataLoss extends GrpcException {
        /** Says so. */
        public DataLoss() {
            this("data is lost or corrupted");
        }

        /** Says more. */
        public DataLoss(String description) {
            super(GrpcStatus.Code.DATA_LOSS.status(description));
        }
    }

    /** UNAUTHENTICATED: the caller has not shown who it is. */
    public static class Unauthenticated extends GrpcException {
        /** Says so. */
        public Unauthenticated() {
            this("no valid credentials");
        }

        /** Says more. */
        public Unauthenticated(String description) {
            super(GrpcStatus.Code.UNAUTHENTICATED.status(description));
        }
    }
}
