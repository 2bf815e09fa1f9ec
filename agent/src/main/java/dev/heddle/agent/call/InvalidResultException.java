package dev.heddle.agent.call;

import dev.heddle.api.Operation;

/** An interceptor's answer that the library's method cannot return. */
public final class InvalidResultException extends Exception {
    private static final long serialVersionUID = 1L;

    /** An answer that does not fit. */
    public InvalidResultException(Operation operation, Object answer) {
        super(operation + " cannot return "
                + (answer == null ? "null" : "a " + answer.getClass().getName()));
    }
}
