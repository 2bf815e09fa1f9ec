package dev.heddle.differential;

import io.grpc.Metadata;
import io.grpc.Status;

/** What the number of an end stands for: with which status a call is closed, what code throws. */
final class Endings {
    /** How many there are. */
    static final int COUNT = 10;

    static final Metadata.Key<String> TRAILER = Metadata.Key.of("trailer", Metadata.ASCII_STRING_MARSHALLER);

    private Endings() {}

    static Status status(int number) {
        return switch (number) {
            case 0, 2 -> Status.OK;
            case 1 -> Status.OK.withDescription("fine");
            case 3 -> Status.NOT_FOUND.withDescription("nothing here");
            case 4 -> Status.INTERNAL.withCause(new IllegalStateException("cause"));
            case 5 -> Status.CANCELLED.withDescription("given up by the handler");
            case 6 -> Status.INVALID_ARGUMENT;
            case 7 -> Status.UNKNOWN.withDescription("who knows").withCause(new AssertionError("cause"));
            case 8 -> Status.DEADLINE_EXCEEDED.withDescription("says the handler");
            default -> Status.UNAVAILABLE.withDescription("not now");
        };
    }

    static Metadata trailers(int number) {
        Metadata trailers = new Metadata();
        if (number == 2 || number == 3 || number == 7) {
            trailers.put(TRAILER, "trailer " + number);
        }
        return trailers;
    }

    /** What a handler gives to {@code onError}. */
    static Throwable error(int number) {
        return switch (number) {
            case 4, 5 -> status(number).asException(trailers(number));
            case 8 -> new IllegalArgumentException("no status");
            default -> status(number == 0 ? 9 : number).asRuntimeException(trailers(number));
        };
    }

    /** As {@link #raise}, but nothing that is no {@link RuntimeException}. */
    static void raiseUnchecked(int number) {
        raise(number == 4 || number == 6 || number > 7 ? 0 : number);
    }

    /** Throws it, whatever its type. */
    static void raise(int number) {
        Endings.<RuntimeException>raise(
                switch (number) {
                    case 0, 1, 2 -> new IllegalStateException("boom " + number);
                    case 3, 5, 7 -> status(number).asRuntimeException(trailers(number));
                    case 4 -> new AssertionError("error " + number);
                    case 6 -> new java.io.IOException("checked");
                    case 8 -> status(number).asException(trailers(3));
                    default -> new StackOverflowError("not really");
                });
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
