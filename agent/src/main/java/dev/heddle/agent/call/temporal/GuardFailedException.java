package dev.heddle.agent.call.temporal;

import dev.heddle.api.Operation;

/** Fails an attempt of an activity or a Nexus operation because a guard could not do its work. */
final class GuardFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GuardFailedException(String extension, Operation operation, Throwable cause) {
        super("extension " + extension + " failed and guards " + operation, cause);
    }
}
