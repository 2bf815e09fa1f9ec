package dev.heddle.extension.payloadstore;

import dev.heddle.api.Settings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The settings as the agent finds them, so that the command can be given the application's: an argument, then a system
 * property, then an environment variable, then the properties file that {@code heddle.config} names.
 */
final class SweepSettings implements Settings {
    private static final String EXTENSION = "payload-store";
    private static final String PREFIX = "heddle.extension." + EXTENSION + '.';

    private final Map<String, String> arguments = new TreeMap<>();
    private final Set<String> asked = new TreeSet<>();
    private final Map<String, String> environment;
    private final Properties file = new Properties();

    private SweepSettings(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The settings there are.
     *
     * @param arguments each {@code NAME=VALUE}
     * @throws IllegalArgumentException if one is not, or the file cannot be read
     */
    static SweepSettings of(List<String> arguments, Map<String, String> environment) {
        SweepSettings settings = new SweepSettings(environment);
        for (String argument : arguments) {
            int end = argument.indexOf('=');
            if (end <= 0) {
                throw new IllegalArgumentException("'" + argument + "' should be NAME=VALUE");
            }
            settings.arguments.put(argument.substring(0, end), argument.substring(end + 1));
        }
        String config = System.getProperty("heddle.config", environment.get("HEDDLE_CONFIG"));
        if (config != null) {
            if (!config.endsWith(".properties")) {
                throw new IllegalArgumentException(
                        "heddle.config " + config + " is no properties file, which is what is read here");
            }
            try (Reader reader = Files.newBufferedReader(Path.of(config))) {
                settings.file.load(reader);
            } catch (IOException unreadable) {
                throw new IllegalArgumentException("heddle.config " + config + " cannot be read", unreadable);
            }
        }
        return settings;
    }

    /** Makes sure that no argument is mistyped. */
    void refuseUnknown() {
        Set<String> unknown = new TreeSet<>(arguments.keySet());
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("nobody knows " + unknown + "; known are " + asked);
        }
    }

    @Override
    public String extension() {
        return EXTENSION;
    }

    @Override
    public System.Logger logger() {
        return System.getLogger(EXTENSION);
    }

    @Override
    public String get(String key) {
        asked.add(key);
        String name = PREFIX + key;
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return Stream.of(
                        arguments.get(key), System.getProperty(name), environment.get(variable), file.getProperty(name))
                .filter(value -> value != null)
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean hasAny(String prefix, String... except) {
        throw new UnsupportedOperationException("stores ask for their settings by their names");
    }
}
