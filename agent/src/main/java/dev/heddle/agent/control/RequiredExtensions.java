package dev.heddle.agent.control;

import static dev.heddle.agent.settings.AgentSettings.PREFIX;

import dev.heddle.agent.assemble.extension.LoadedExtension;
import dev.heddle.agent.settings.NearestName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The extensions without which an operator lets nothing be made: the setting {@code heddle.required}. */
final class RequiredExtensions {
    private RequiredExtensions() {}

    /** The names of those that do what they are for. */
    static Set<String> inForce(List<LoadedExtension> loaded) {
        Set<String> inForce = new TreeSet<>();
        for (LoadedExtension extension : loaded) {
            if (extension.isRegistered() && !extension.jar().internal()) {
                inForce.add(extension.jar().name());
            }
        }
        return inForce;
    }

    /** Which of them is missing, in words for the log and the application; {@code null} if none is. */
    static String missing(List<String> required, Set<String> inForce) {
        Set<String> missing = new TreeSet<>(required);
        missing.removeAll(inForce);
        if (missing.isEmpty()) {
            return null;
        }
        String first = missing.iterator().next();
        return PREFIX + "required names " + String.join(", ", missing)
                + ", not in force here, so that no client, worker, "
                + "channel or server is made; "
                + NearestName.to(first, inForce)
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElse("the log says why, or its JAR is not in " + PREFIX + "extensions");
    }
}
