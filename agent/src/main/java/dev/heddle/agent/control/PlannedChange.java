package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.ExtensionJar;
import dev.heddle.agent.assemble.extension.LoadedExtension;
import dev.heddle.agent.log.AgentLog;
import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A change of which no more is known than which extensions would have to register for it. For one thread. */
final class PlannedChange implements Change {
    private final List<LoadedExtension> before;
    private final List<LoadedExtension> kept = new ArrayList<>();
    private final List<ExtensionJar> wanted = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> idle = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<File, String> leftOut;

    /**
     * One that takes all out until something is said to stay.
     *
     * @param before the extensions in force
     * @param leftOut the files that were not used so far, and why
     */
    PlannedChange(List<LoadedExtension> before, Map<File, String> leftOut) {
        this.before = before;
        this.leftOut = new TreeMap<>(leftOut);
        for (LoadedExtension extension : before) {
            names.add(extension.jar().name());
        }
    }

    List<LoadedExtension> before() {
        return before;
    }

    /** Those in force that stay. */
    List<LoadedExtension> kept() {
        return kept;
    }

    /** Those that are to register. */
    List<ExtensionJar> wanted() {
        return wanted;
    }

    /** The names of those that are there and are not to be in force. */
    Set<String> idle() {
        return idle;
    }

    /** What cannot be done, in lines for the operator. */
    List<String> problems() {
        return problems;
    }

    /** The files that are not used, and why. */
    Map<File, String> leftOut() {
        return leftOut;
    }

    @Override
    public Set<String> names() {
        return names;
    }

    /** Those of a name that are in force until now. */
    List<LoadedExtension> earlier(String name) {
        List<LoadedExtension> named = new ArrayList<>();
        for (LoadedExtension extension : before) {
            if (extension.jar().name().equals(name)) {
                named.add(extension);
            }
        }
        return named;
    }

    /** Lets stay what is in force, and says that it does. */
    void keep(List<LoadedExtension> earlier, String why) {
        if (!earlier.isEmpty()) {
            String line = "extension " + earlier.get(0).jar().title() + " stays in force: nothing can take its place";
            AgentLog.get().warn(line);
            problems.add(line + " (" + why + ")");
            kept.addAll(earlier);
        }
    }

    /** A JAR cannot be used: what was in force of it stays. */
    void unfit(ExtensionJar jar, String why) {
        List<LoadedExtension> earlier = earlier(jar.name());
        leftOut.put(jar.file(), why);
        keep(earlier, why);
        if (earlier.isEmpty()) {
            problems.add(jar.title() + " is left out: " + why);
        }
        idle.add(jar.name());
    }

    @Override
    public Set<String> inForce() {
        Set<String> inForce = RequiredExtensions.inForce(kept);
        inForce.addAll(wantedNames());
        return inForce;
    }

    private Set<String> wantedNames() {
        Set<String> wantedNames = new HashSet<>();
        for (ExtensionJar jar : wanted) {
            wantedNames.add(jar.name());
        }
        return wantedNames;
    }

    @Override
    public String danger() {
        List<LoadedExtension> going = new ArrayList<>(before);
        going.removeAll(kept);
        return Change.danger(going, going, wantedNames());
    }
}
