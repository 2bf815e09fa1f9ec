package dev.heddle.agent.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A setting that somebody has made, as anybody may read it.
 *
 * @param name without {@code heddle.}
 * @param value in force, masked if it is a secret
 * @param place where it stands
 */
public record SettingInForce(String name, String value, String place) {

    /** The agent's own. */
    public static List<SettingInForce> ofAgent(AgentSettings settings) {
        List<SettingInForce> found = new ArrayList<>();
        for (AgentSetting own : AgentSetting.values()) {
            if (!own.isOfExtensions()) {
                add(own.key(), own.key(), settings, found);
            }
        }
        return found;
    }

    /** Those of an extension that it has read, or the agent for it; their names without the extension's. */
    public static List<SettingInForce> of(String extension, AgentSettings settings) {
        String prefix = ExtensionSettings.key(extension, "");
        List<SettingInForce> found = new ArrayList<>();
        for (String key : new TreeSet<>(settings.known())) {
            if (key.startsWith(prefix)) {
                add(key, key.substring(prefix.length()), settings, found);
            }
        }
        return found;
    }

    private static void add(String key, String name, AgentSettings settings, List<SettingInForce> found) {
        String value = settings.find(key);
        if (value != null) {
            found.add(new SettingInForce(
                    name, settings.isSecret(key) ? Secrets.MASK : Secrets.shown(value), place(key, settings)));
        }
    }

    private static String place(String key, AgentSettings settings) {
        if (settings.isLive(key)) {
            return "set while it runs";
        }
        for (ConfiguredSetting made : settings.made()) {
            if (made.isOneOf(key)) {
                return made.place();
            }
        }
        return "unknown";
    }
}
