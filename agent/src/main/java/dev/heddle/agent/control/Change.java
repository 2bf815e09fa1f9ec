package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.LoadedExtension;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A change of one application's extensions, before any of them registers for it and after. */
sealed interface Change permits PlannedChange, PreparedChange {
    /** The names of all extensions that there are, in force or not. */
    Set<String> names();

    /** The names of those that are in force afterwards, as far as that is known. */
    Set<String> inForce();

    /** Why an operator must insist on it, as far as that is known; {@code null} if it does no harm. */
    String danger();

    /**
     * Why an operator must insist.
     *
     * @param going the extensions that are taken out
     * @param moved those that are taken in or out
     * @param guarding the names of those that may guard afterwards
     */
    static String danger(List<LoadedExtension> going, List<LoadedExtension> moved, Collection<String> guarding) {
        for (LoadedExtension extension : going) {
            if (extension.isGuard() && !guarding.contains(extension.jar().name())) {
                return "it takes away " + extension.jar().title() + ", a guard, and what that refuses would pass";
            }
        }
        Set<String> changing = new TreeSet<>();
        for (LoadedExtension extension : moved) {
            if (extension.mayChangeWorkflows()) {
                changing.add(extension.jar().name());
            }
        }
        return changing.isEmpty()
                ? null
                : String.join(", ", changing) + " may change what workflows do, so that those that run now could fail "
                        + "when they are replayed; an extension that does not says so by onlyObservesWorkflows()";
    }
}
