package dev.heddle.agent.control;

import java.util.Set;

/**
 * What of the extensions an operator wants changed while the application runs.
 *
 * @param names the extensions to look at, {@code null} for all that are in the folder or in force
 * @param anew whether those register anew that have not changed
 */
record ChangeRequest(Set<String> names, boolean anew) {
    /** The application's start: all. */
    static final ChangeRequest FIRST = new ChangeRequest(null, true);

    boolean concerns(String name) {
        return names == null || names.contains(name);
    }
}
