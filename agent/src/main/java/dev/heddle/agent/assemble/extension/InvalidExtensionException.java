package dev.heddle.agent.assemble.extension;

/** Why an extension is left out: the cause and the remedy, as one line for an operator. */
public final class InvalidExtensionException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidExtensionException(String reason) {
        super(reason);
    }

    InvalidExtensionException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
