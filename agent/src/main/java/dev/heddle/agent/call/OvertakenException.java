package dev.heddle.agent.call;

/** A call has gone on already, and does not a second time. */
final class OvertakenException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    OvertakenException() {
        super("proceed() was called before, and no call runs twice");
    }
}
