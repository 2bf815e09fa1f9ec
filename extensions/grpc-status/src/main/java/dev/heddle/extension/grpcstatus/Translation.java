package dev.heddle.extension.grpcstatus;

import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.GrpcStatus.Code;
import dev.heddle.api.Headers;
import dev.heddle.api.RefusedException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the status of a failed call. */
final class Translation {
    /** Enough for any real chain of causes, and an end for one that bites its tail. */
    private static final int CAUSES = 50;

    private static final Headers NO_TRAILERS = new GrpcException(Code.UNKNOWN.status()).trailers();

    private final CodesByClass codes;
    private final Code fallback;
    private final boolean messages;

    /**
     * A translation.
     *
     * @param fallback for other exceptions, or {@code null} to leave those to the library
     * @param messages whether the description is the exception's message
     */
    Translation(CodesByClass codes, Code fallback, boolean messages) {
        this.codes = codes;
        this.fallback = fallback;
        this.messages = messages;
    }

    /** What the call is to fail with: another exception, or the failure if that is right as it is. */
    Throwable of(Throwable failure) {
        if (failure instanceof RefusedException) {
            return failure;
        }
        if (failure instanceof GrpcException ended && ended.trailers() != NO_TRAILERS) {
            return undecided(ended) ? of(ended.getCause(), ended) : ended;
        }
        return of(failure, failure);
    }

    /** Whether a call was closed with what the library makes of any exception. */
    private static boolean undecided(GrpcException ended) {
        return ended.status().equals(Code.UNKNOWN.status()) && ended.getCause() != null;
    }

    private Throwable of(Throwable exception, Throwable otherwise) {
        for (Throwable at : causes(exception)) {
            if (at instanceof GrpcException typed) {
                return ended(typed.status(), exception);
            }
            GrpcStatus own = LibraryStatus.of(at);
            if (own != null && !own.isOk()) {
                // Its trailers go with it, since it is the cause.
                return new GrpcException(own, at);
            }
            Code code = codes.of(at.getClass());
            if (code != null) {
                return ended(status(code, at), exception);
            }
        }
        return fallback == null ? otherwise : ended(status(fallback, exception), exception);
    }

    private GrpcStatus status(Code code, Throwable exception) {
        return code.status(messages ? exception.getMessage() : null);
    }

    /** The library sends the trailers of a status among the causes, and here those would be of another call. */
    private static GrpcException ended(GrpcStatus status, Throwable exception) {
        if (causes(exception).stream().allMatch(cause -> LibraryStatus.of(cause) == null)) {
            return new GrpcException(status, exception);
        }
        GrpcException ended = new GrpcException(status);
        ended.addSuppressed(exception);
        return ended;
    }

    /** The exception first. */
    private static List<Throwable> causes(Throwable exception) {
        return Stream.iterate(exception, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES)
                .toList();
    }
}
