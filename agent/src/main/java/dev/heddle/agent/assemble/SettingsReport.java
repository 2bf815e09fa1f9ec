package dev.heddle.agent.assemble;

import dev.heddle.agent.call.AgentLog;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/** Says which settings are wrong or unknown, and what was probably meant. */
final class SettingsReport {
    private static final Logger LOG = AgentLog.get();

    private SettingsReport() {}

    /**
     * Writes what has not been said before in this JVM, once the agent and its extensions have asked for all that they
     * know.
     *
     * @param idle the extensions that were not asked to register, so that nobody knows their settings
     */
    static void write(AgentSettings settings, Set<String> idle) {
        settings.problems().forEach(line -> say(settings, line));
        Set<String> known = settings.known();
        for (MadeSetting made : settings.made()) {
            Set<String> spelled = known.stream().map(made::spelled).collect(Collectors.toCollection(TreeSet::new));
            if (!spelled.contains(made.name()) && idle.stream().noneMatch(extension -> belongs(made, extension))) {
                say(
                        settings,
                        "setting " + made.name() + " in " + made.place() + " is unknown and has no effect; "
                                + Nearest.to(made.name(), spelled)
                                        .map(nearest -> "did you mean " + nearest + "?")
                                        .orElseGet(() -> "known are " + String.join(", ", spelled)));
            }
        }
    }

    private static boolean belongs(MadeSetting made, String extension) {
        return made.name().startsWith(made.spelled(ExtensionSettings.key(extension, "")));
    }

    private static void say(AgentSettings settings, String line) {
        if (settings.first(line)) {
            LOG.warn(line);
        }
    }
}
