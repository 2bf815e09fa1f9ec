package dev.heddle.soak;

/** What a caller got. */
public enum Outcome {
    /** Nothing: the call is lost, or hangs. */
    NONE,
    /** The right answer. */
    OK,
    /** An answer that is not this call's. */
    WRONG,
    /** A refusal. */
    REFUSED,
    /** The status that an interceptor has chosen. */
    STATUS,
    /** The handler's own failure. */
    FAILED,
    /** The caller's own cancellation. */
    CANCELLED,
    /** The deadline has passed. */
    DEADLINE,
    /** Any other failure: the connection or the worker is gone. */
    BROKEN;

    private static final String PLANNED = "refused as planned";

    /** The message of a planned refusal. */
    public static String planned() {
        return PLANNED;
    }

    /** Of a call that should give its own number. */
    static Outcome of(int number, Integer result, Throwable failure) {
        if (failure != null) {
            return of(failure);
        }
        return result == number ? OK : WRONG;
    }

    /** Reads an exception of Temporal, with its causes. */
    static Outcome of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(PLANNED)) {
                return REFUSED;
            }
            if (cause.getClass().getSimpleName().equals("CanceledFailure")) {
                return CANCELLED;
            }
        }
        return BROKEN;
    }
}
