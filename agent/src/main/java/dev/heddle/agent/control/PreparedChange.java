package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.LoadedExtension;
import dev.heddle.agent.assemble.extension.OpenExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A change that only has to be made: the new extensions have registered, and the old ones are still in force.
 *
 * @param before the extensions until now
 * @param next those that are to take their place, some of them the same
 * @param names of all extensions that there are, in force or not
 * @param problems what could not be done, in lines for the operator
 */
record PreparedChange(
        List<LoadedExtension> before, List<LoadedExtension> next, Set<String> names, List<String> problems) {
    List<LoadedExtension> coming() {
        return without(next, before);
    }

    List<LoadedExtension> going() {
        return without(before, next);
    }

    private static List<LoadedExtension> without(List<LoadedExtension> all, List<LoadedExtension> others) {
        List<LoadedExtension> rest = new ArrayList<>(all);
        rest.removeAll(others);
        return rest;
    }

    /** What is to be closed of some extensions. */
    static List<OpenExtension> open(List<LoadedExtension> extensions) {
        List<OpenExtension> open = new ArrayList<>();
        for (LoadedExtension extension : extensions) {
            open.add(extension.open());
        }
        return open;
    }

    /** Why an operator must insist on this change; {@code null} if it does no harm. */
    String danger() {
        for (LoadedExtension extension : going()) {
            if (extension.isGuard() && !guards(extension.jar().name())) {
                return "it takes away " + extension.jar().title() + ", a guard, and what that refuses would pass";
            }
        }
        Set<String> changing = new TreeSet<>();
        List<LoadedExtension> moved = coming();
        moved.addAll(going());
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

    private boolean guards(String name) {
        for (LoadedExtension extension : next) {
            if (extension.isGuard() && extension.jar().name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** What it comes to, in words for the operator. */
    void describe(Set<String> lines) {
        Set<String> replaced = new TreeSet<>();
        for (LoadedExtension extension : coming()) {
            String name = extension.jar().name();
            String earlier = title(name);
            replaced.add(name);
            lines.add(
                    earlier == null
                            ? extension.jar().title() + " is in force"
                            : extension.jar().title() + " takes the place of " + earlier);
        }
        for (LoadedExtension extension : going()) {
            if (!replaced.contains(extension.jar().name())) {
                lines.add(extension.jar().title() + " is taken out");
            }
        }
    }

    private String title(String name) {
        for (LoadedExtension extension : before) {
            if (extension.jar().name().equals(name)) {
                return extension.jar().title();
            }
        }
        return null;
    }
}
