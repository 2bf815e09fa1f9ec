package dev.heddle.agent.call.temporal;

import dev.heddle.api.Operation;
import dev.heddle.api.RefusedException;

/** Fails a workflow task because a guard could not do its work. */
final class GuardFailedError extends Error {
    private static final long serialVersionUID = 1L;

    GuardFailedError(String extension, Operation operation, Throwable cause) {
        super("extension " + extension + " failed and guards " + operation, cause);
    }

    /** In place of what refuses other calls. */
    GuardFailedError(RefusedException refusal) {
        super(refusal.getMessage(), refusal.getCause());
    }
}
