package dev.heddle.agent.assemble;

/** Why an extension is left out: the cause and the remedy, as one line for an operator. */
final class UnfitExtensionException extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitExtensionException(String reason) {
        super(reason);
    }

    UnfitExtensionException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
