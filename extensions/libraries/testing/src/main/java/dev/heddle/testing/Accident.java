package dev.heddle.testing;

import dev.heddle.api.Operation;

/**
 * A failure of an extension that the agent contained: the application has not seen it, the test must.
 *
 * @param extension the extension's name
 * @param operation where an interceptor failed; {@code null} if {@code register} did
 * @param failure what it threw
 */
public record Accident(String extension, Operation operation, Throwable failure) {
    @Override
    public String toString() {
        return extension + " failed in " + (operation == null ? "register" : operation) + ": " + failure;
    }
}
