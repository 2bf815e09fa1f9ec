package dev.heddle.agent.cli;

/** A JVM that cannot be asked; the message is a line for the operator that says why, and what to do. */
final class UnreachableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message) {
        super(message);
    }
}
