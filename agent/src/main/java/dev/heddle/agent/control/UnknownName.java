package dev.heddle.agent.control;

import dev.heddle.agent.settings.NearestName;
import java.util.Set;

/** Says that an extension is not there, and which may have been meant. */
final class UnknownName {
    private UnknownName() {}

    static String line(String name, Set<String> known) {
        return "there is no extension " + name + "; "
                + NearestName.to(name, known)
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElse(known.isEmpty() ? "there is none at all" : "there are " + String.join(", ", known));
    }
}
