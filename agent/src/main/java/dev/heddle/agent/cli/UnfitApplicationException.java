package dev.heddle.agent.cli;

/** An application that cannot be checked; the message is a line for the operator that says why, and what to do. */
final class UnfitApplicationException extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitApplicationException(String message) {
        super(message);
    }
}
