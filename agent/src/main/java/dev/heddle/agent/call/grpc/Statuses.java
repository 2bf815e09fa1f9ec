package dev.heddle.agent.call.grpc;

import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.RefusedException;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CompletionException;

/** Translates between the library's statuses, those of the API, and exceptions. */
public final class Statuses {
    private static final GrpcStatus.Code[] CODES = GrpcStatus.Code.values();

    private Statuses() {}

    public static GrpcStatus of(Status status) {
        return status.isOk() && status.getDescription() == null
                ? GrpcStatus.OK
                : new GrpcStatus(CODES[status.getCode().value()], status.getDescription());
    }

    public static Status of(GrpcStatus status) {
        return Status.fromCodeValue(status.code().ordinal()).withDescription(status.description());
    }

    /** The exception that a stage hides in another. */
    public static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Whether an interceptor that fails with this means it. */
    public static boolean deliberate(Throwable failure) {
        return failure instanceof RefusedException
                || failure instanceof GrpcException
                || failure instanceof StatusRuntimeException
                || failure instanceof StatusException;
    }

    /** The status that ends a call which failed so. */
    public static Status of(Throwable failure) {
        if (failure instanceof EndedException ended) {
            return ended.original();
        }
        if (failure instanceof GrpcException chosen) {
            return of(chosen.status()).withCause(chosen);
        }
        if (failure instanceof RefusedException refusal) {
            return deliberate(refusal.getCause())
                    ? of(refusal.getCause())
                    : Status.PERMISSION_DENIED
                            .withDescription(refusal.getMessage())
                            .withCause(refusal);
        }
        return Status.fromThrowable(failure);
    }

    /** The trailers that go with {@link #of(Throwable)}. */
    public static Metadata trailers(Throwable failure) {
        Metadata trailers = failure instanceof EndedException ended
                ? ended.metadata()
                : failure instanceof RefusedException refusal && deliberate(refusal.getCause())
                        ? trailers(refusal.getCause())
                        : Status.trailersFromThrowable(failure);
        return trailers == null ? new Metadata() : trailers;
    }
}
