package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.LoadedExtension;
import dev.heddle.agent.assemble.extension.OpenExtension;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A change that only has to be made: the new extensions have registered, and the old ones are still in force.
 *
 * @param before the extensions until now
 * @param next those that are to take their place, some of them the same
 * @param names of all extensions that there are, in force or not
 * @param problems what could not be done, in lines for the operator
 * @param leftOut the files that are not used, and why
 */
record PreparedChange(
        List<LoadedExtension> before,
        List<LoadedExtension> next,
        Set<String> names,
        List<String> problems,
        Map<File, String> leftOut)
        implements Change {
    /** All are taken out. */
    static PreparedChange none(List<LoadedExtension> before) {
        return new PreparedChange(before, List.of(), Set.of(), List.of(), Map.of());
    }

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

    @Override
    public Set<String> inForce() {
        return RequiredExtensions.inForce(next);
    }

    @Override
    public String danger() {
        List<LoadedExtension> moved = coming();
        moved.addAll(going());
        Set<String> guards = new TreeSet<>();
        for (LoadedExtension extension : next) {
            if (extension.isGuard()) {
                guards.add(extension.jar().name());
            }
        }
        String narrowed = narrowed();
        return narrowed == null ? Change.danger(going(), moved, guards) : narrowed;
    }

    /** Which guard would have other rules than now by which it does not get calls, in words; {@code null} if none. */
    private String narrowed() {
        for (LoadedExtension coming : coming()) {
            for (LoadedExtension going : going()) {
                String rules = coming.registrations().rules();
                if (going.isGuard()
                        && going.jar().name().equals(coming.jar().name())
                        && !rules.isEmpty()
                        && !rules.equals(going.registrations().rules())) {
                    return "it lets " + coming.jar().title() + ", a guard, have" + rules.substring(1)
                            + ", and what that refuses of other calls would pass";
                }
            }
        }
        return null;
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
