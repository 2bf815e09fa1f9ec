package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.api.Operation;
import io.temporal.common.converter.DataConverterException;

/**
 * What an interceptor has put in the place of the application's.
 *
 * @param by the last of those who did
 * @param arguments {@code null} where they are in the call's source
 */
record Replacement(ExtensionHealth by, Object[] arguments) {
    private static final int MOST = 8;

    /**
     * Names the extension if the call has failed for what it was called with: the application, whose exception this
     * looks like, has not caused it.
     */
    void blame(Operation operation, RuntimeException failure) {
        if (isOfArguments(failure)) {
            by.blamed(operation, failure);
        }
    }

    /** Whether a conversion has failed, or a method was called with what it cannot take. */
    private static boolean isOfArguments(Throwable failure) {
        if (failure instanceof ClassCastException || failure instanceof IllegalArgumentException) {
            return true;
        }
        Throwable next = failure;
        for (int i = 0; next != null && i < MOST; i++) {
            if (next instanceof DataConverterException) {
                return true;
            }
            next = next.getCause();
        }
        return false;
    }
}
