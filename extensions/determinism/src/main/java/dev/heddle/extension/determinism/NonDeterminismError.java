package dev.heddle.extension.determinism;

import java.util.Arrays;

/**
 * What workflow code gets in place of a call that a replay would do differently. An error and no exception, so that the
 * workflow task fails, which is tried again once a fix is deployed, and the workflow does not.
 */
final class NonDeterminismError extends Error {
    private static final long serialVersionUID = 1;

    NonDeterminismError(String message) {
        super(message);
        setStackTrace(ofApplication(getStackTrace()));
    }

    /** What is in a history does not tell of Heddle. */
    private static StackTraceElement[] ofApplication(StackTraceElement[] stack) {
        int first = 0;
        while (first < stack.length && stack[first].getClassName().startsWith("dev.heddle.")) {
            first++;
        }
        return Arrays.copyOfRange(stack, first, stack.length);
    }
}
