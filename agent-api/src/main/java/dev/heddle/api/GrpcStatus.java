package dev.heddle.api;

import java.util.Objects;
import java.util.concurrent.CompletionException;

/**
 * How a gRPC call ends.
 *
 * @param code the code
 * @param description what it says to a person, or {@code null}; it travels to the caller, so put no secret in it
 */
public record GrpcStatus(Code code, String description) {
    /** A call that went well. */
    public static final GrpcStatus OK = new GrpcStatus(Code.OK, null);

    /** The codes of gRPC, in the order of their numbers: {@link #ordinal()} is the number on the wire. */
    public enum Code {
        /** It went well. */
        OK,
        /** The caller gave it up. */
        CANCELLED,
        /** What an exception without a status becomes. */
        UNKNOWN,
        /** The request makes no sense, whatever the state of things. */
        INVALID_ARGUMENT,
        /** It took too long. */
        DEADLINE_EXCEEDED,
        /** There is no such thing. */
        NOT_FOUND,
        /** It is there already. */
        ALREADY_EXISTS,
        /** The caller is known and may not. */
        PERMISSION_DENIED,
        /** A quota or a resource is used up. */
        RESOURCE_EXHAUSTED,
        /** The state of things does not allow it. */
        FAILED_PRECONDITION,
        /** A conflict with another caller. */
        ABORTED,
        /** Beyond the valid range. */
        OUT_OF_RANGE,
        /** The server has no such method. */
        UNIMPLEMENTED,
        /** An invariant is broken. */
        INTERNAL,
        /** The server cannot be reached now; trying again may help. */
        UNAVAILABLE,
        /** Data is lost for good. */
        DATA_LOSS,
        /** The caller has not shown who it is. */
        UNAUTHENTICATED;

        /** A status of this code without a description. */
        public GrpcStatus status() {
            return new GrpcStatus(this, null);
        }

        /** A status of this code that says more. */
        public GrpcStatus status(String description) {
            return new GrpcStatus(this, description);
        }
    }

    /** Needs a code. */
    public GrpcStatus {
        Objects.requireNonNull(code, "code");
    }

    /**
     * The status that a failure stands for: of a {@link GrpcException} its own, of {@code null} OK, of any other
     * exception UNKNOWN. Looks into the {@link CompletionException} that stages wrap failures in.
     */
    public static GrpcStatus of(Throwable failure) {
        Throwable real =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (real == null) {
            return OK;
        }
        return real instanceof GrpcException ended ? ended.status() : Code.UNKNOWN.status();
    }

    /** Whether the call went well. */
    public boolean isOk() {
        return code == Code.OK;
    }

    /** An exception that ends a call with this status. */
    public GrpcException exception() {
        return new GrpcException(this);
    }
}
