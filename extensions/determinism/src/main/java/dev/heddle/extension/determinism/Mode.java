package dev.heddle.extension.determinism;

import dev.heddle.api.Settings;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What becomes of a call that a replay would do differently. */
enum Mode {
    /** Nothing. */
    OFF,
    /** It is told of. */
    REPORT,
    /** It is told of, and the workflow task fails. */
    FAIL;

    /** The mode of each rule, as the settings have it. */
    static Map<Rule, Mode> of(Settings settings) {
        Mode all = of(settings, "mode", REPORT);
        Map<Rule, Mode> modes = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            modes.put(rule, of(settings, "mode." + rule.key(), all));
        }
        return modes;
    }

    private static Mode of(Settings settings, String key, Mode fallback) {
        String name = settings.get(key);
        if (name == null) {
            return fallback;
        }
        for (Mode mode : values()) {
            if (mode.name().equalsIgnoreCase(name)) {
                return mode;
            }
        }
        throw new IllegalArgumentException(key + " is off, report or fail, and not " + name.toLowerCase(Locale.ROOT));
    }
}
