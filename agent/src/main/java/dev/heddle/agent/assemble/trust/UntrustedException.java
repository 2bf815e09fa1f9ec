package dev.heddle.agent.assemble.trust;

/** Why a file is not to be loaded: the cause and the remedy, in words for an operator. */
public final class UntrustedException extends Exception {
    private static final long serialVersionUID = 1L;

    UntrustedException(String reason) {
        super(reason);
    }
}
