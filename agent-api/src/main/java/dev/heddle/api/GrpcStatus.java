package dev.heddle.api;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** How a gRPC call ends. Immutable; two with the same code and description are equal. */
public final class GrpcStatus {
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

    private final Code code;
    private final @Nullable String description;

    /**
     * A status.
     *
     * @param description what it says to a person, or {@code null}; it travels to the caller, so put no secret in it
     */
    public GrpcStatus(Code code, @Nullable String description) {
        this.code = Objects.requireNonNull(code, "code");
        this.description = description;
    }

    /** The code. */
    public Code code() {
        return code;
    }

    /** What it says to a person, or {@code null}. */
    public @Nullable String description() {
        return description;
    }

    /**
     * The status that a failure stands for: of a {@link GrpcException} its own, of {@code null} OK, of any other
     * exception UNKNOWN. Looks into the {@link CompletionException} that stages wrap failures in.
     */
    public static GrpcStatus of(@Nullable Throwable failure) {
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GrpcStatus status
                && code == status.code
                && Objects.equals(description, status.description);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, description);
    }

    /** The code, and what it says. */
    @Override
    public String toString() {
        return description == null ? code.name() : code.name() + ": " + description;
    }
}
