package dev.heddle.agent.call.grpc;

/** Throws what the compiler would not let pass: an application's exceptions reach their caller as they are. */
public final class Thrown {
    private Thrown() {}

    /** Throws the exception; what this returns is for the compiler alone. */
    public static RuntimeException asItIs(Throwable thrown) {
        throw Thrown.<RuntimeException>sneak(thrown);
    }

    @SuppressWarnings("unchecked") // The type is erased.
    private static <T extends Throwable> T sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
