package dev.heddle.realserver.server;

/** There is no Temporal server on this machine and none can be built; the message says why in one line. */
final class NoServerException extends Exception {
    private static final long serialVersionUID = 1;

    NoServerException(String reason) {
        super(reason);
    }
}
