package dev.heddle.agent.assemble;

import dev.heddle.agent.call.AgentLog;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;

/** Says which settings nobody knows, and what was probably meant. */
final class UnknownSettings {
    private static final Logger LOG = AgentLog.get();

    private UnknownSettings() {}

    /** Reports, once the agent and its extensions have asked for all that they know. */
    static void report(AgentSettings settings) {
        if (settings.fileProblem() != null) {
            LOG.error(settings.fileProblem());
        }
        for (String setting : settings.unknown()) {
            Set<String> known = new TreeSet<>();
            for (String key : settings.asked()) {
                known.add(spelledLike(setting, key));
            }
            LOG.warn(
                    "unknown setting {}{}",
                    setting,
                    Nearest.to(setting, known)
                            .map(nearest -> "; did you mean " + nearest + "?")
                            .orElse(""));
        }
    }

    private static String spelledLike(String setting, String key) {
        if (setting.startsWith("HEDDLE_")) {
            return AgentSettings.variable(key);
        }
        return setting.startsWith("heddle.") ? "heddle." + key : key;
    }
}
