package dev.heddle.agent.settings;

import dev.heddle.api.Settings;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * The settings of one extension, a view of the agent's: what does not fit its type is told without what is secret.
 *
 * @param replaying whether the thread at hand is a workflow's that replays
 */
public record ExtensionSettings(AgentSettings settings, String extension, BooleanSupplier replaying)
        implements Settings {
    private static final String ALL = "extension.";

    /** The agent's key of an extension's setting. */
    public static String key(String extension, String key) {
        return ALL + extension + '.' + key;
    }

    /** Whose setting a key of the agent's is; {@code null} if it is the agent's own. */
    public static String extension(String key) {
        int end = key.startsWith(ALL) ? key.indexOf('.', ALL.length()) : -1;
        return end < 0 ? null : key.substring(ALL.length(), end);
    }

    @Override
    public System.Logger logger() {
        return new ExtensionLogger(extension, replaying);
    }

    @Override
    public String get(String key) {
        return settings.find(key(extension, key));
    }

    @Override
    public String secret(String key) {
        settings.declareSecret(key(extension, key));
        return get(key);
    }

    @Override
    public int get(String key, int fallback) {
        String text = get(key);
        try {
            return text == null ? fallback : Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw unfit(key, text, "a whole number");
        }
    }

    @Override
    public boolean get(String key, boolean fallback) {
        String text = get(key);
        if (text == null) {
            return fallback;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unfit(key, text, "true or false");
        };
    }

    @Override
    public Duration get(String key, Duration fallback) {
        String text = get(key);
        if (text == null) {
            return fallback;
        }
        Duration duration = DurationText.parse(text);
        if (duration == null) {
            throw unfit(key, text, DurationText.EXPECTED);
        }
        return duration;
    }

    @Override
    public boolean hasAny(String prefix, String... except) {
        String[] keys = new String[except.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(extension, except[i]);
        }
        return settings.hasAny(key(extension, prefix), keys);
    }

    private IllegalArgumentException unfit(String key, String text, String expected) {
        return new IllegalArgumentException(
                spelled(key) + " is '" + (settings.isSecret(key(extension, key)) ? Secrets.MASK : Secrets.shown(text))
                        + "' and should be " + expected);
    }

    /** A setting of the extension as operators know it. */
    public String spelled(String key) {
        return AgentSettings.PREFIX + key(extension, key);
    }
}
