package dev.heddle.agent.settings;

import dev.heddle.agent.log.AgentLog;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;

/** Says which settings are wrong or unknown, and what was probably meant. */
public final class SettingsReport {
    private static final Logger LOG = AgentLog.get();

    private SettingsReport() {}

    /**
     * Writes what has not been said before in this JVM, once the agent and its extensions have asked for all that they
     * know.
     *
     * @param registered the extensions that have registered, which may read further settings later
     * @param idle the extensions that were not asked to register, so that nobody knows their settings
     */
    public static void write(AgentSettings settings, Set<String> registered, Set<String> idle) {
        // These are read when they are needed, which would be late for a line about them.
        settings.flag(AgentSetting.BUDGET_SKIP);
        settings.duration(AgentSetting.CLOSE_DELAY);
        for (String problem : settings.problems()) {
            say(settings, problem);
        }
        Set<String> known = settings.known();
        for (ConfiguredSetting made : settings.made()) {
            Set<String> spelled = new TreeSet<>();
            for (String key : known) {
                spelled.add(made.spelled(key));
            }
            if (!spelled.contains(made.name()) && !made.belongsTo(idle)) {
                // An extension may yet read one of its own, and a name that is nobody's never has an effect.
                boolean mayBeRead = made.belongsTo(registered);
                Optional<String> nearest = NearestName.to(made.name(), spelled);
                say(
                        settings,
                        "setting " + name(made, nearest.isPresent()) + " in " + made.place()
                                + (mayBeRead
                                        ? " has not been read so far, and has no effect until it is; "
                                        : " is unknown and has no effect; ")
                                + nearest.map(name -> "did you mean " + name + "?")
                                        .orElseGet(() -> "known are " + String.join(", ", spelled)));
            }
        }
    }

    private static String name(ConfiguredSetting made, boolean likeOneOfOurs) {
        return made.mayBeAValue() && !likeOneOfOurs ? Secrets.MASK + " (a name without a value)" : made.name();
    }

    private static void say(AgentSettings settings, String line) {
        if (settings.first(line)) {
            LOG.warn(line);
        }
    }
}
