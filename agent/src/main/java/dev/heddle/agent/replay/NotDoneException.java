package dev.heddle.agent.replay;

/** A replay that cannot be done; the message is a line for the operator that says why. */
final class NotDoneException extends Exception {
    private static final long serialVersionUID = 1L;

    NotDoneException(String message) {
        super(message);
    }
}
