package dev.heddle.agent.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * A setting that somebody made.
 *
 * @param name as it is spelled there
 * @param value to be shown to nobody, unless it is known to be no secret
 * @param place where it stands, in words
 * @param variable whether it is an environment variable
 */
record ConfiguredSetting(String name, String value, String place, boolean variable) {

    /** The settings of an argument, of a file, and what is Heddle's of this JVM. */
    static List<ConfiguredSetting> all(Map<String, String> argument, Properties file, String fileName) {
        List<ConfiguredSetting> made = new ArrayList<>();
        for (String name : argument.keySet()) {
            made.add(new ConfiguredSetting(name, argument.get(name), "the agent's argument", false));
        }
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith(AgentSettings.PREFIX)) {
                made.add(new ConfiguredSetting(name, System.getProperty(name, ""), "the system properties", false));
            }
        }
        String prefix = AgentSettings.variable("");
        for (String name : System.getenv().keySet()) {
            if (name.startsWith(prefix)) {
                made.add(new ConfiguredSetting(name, System.getenv(name), "the environment", true));
            }
        }
        for (String name : file.stringPropertyNames()) {
            made.add(new ConfiguredSetting(name, file.getProperty(name), fileName, false));
        }
        return made;
    }

    /** Whether it is a setting of one of these extensions. */
    boolean belongsTo(Set<String> extensions) {
        for (String extension : extensions) {
            if (name.startsWith(spelled(ExtensionSettings.key(extension, "")))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether it may be a value that stands where a setting should: it has none itself, and is called like nothing of
     * Heddle's.
     */
    boolean mayBeAValue() {
        return value.isEmpty() && !name.toLowerCase(Locale.ROOT).matches("(heddle|extension)[._].*");
    }

    /** Whether it is one of these keys. */
    boolean isOneOf(String... keys) {
        for (String key : keys) {
            if (name.equals(spelled(key))) {
                return true;
            }
        }
        return false;
    }

    /** A key, as it would be spelled in this setting's place. */
    String spelled(String key) {
        if (variable) {
            return AgentSettings.variable(key);
        }
        return name.startsWith(AgentSettings.PREFIX) ? AgentSettings.PREFIX + key : key;
    }
}
