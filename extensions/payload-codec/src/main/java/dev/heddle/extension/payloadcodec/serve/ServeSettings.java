package dev.heddle.extension.payloadcodec.serve;

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
 * The settings as the agent finds them, so that a server can be given the application's: an argument, then a system
 * property, then an environment variable, then the properties file that {@code heddle.config} names.
 */
final class ServeSettings implements Settings {
    private static final String EXTENSION = "payload-codec";
    private static final String PREFIX = "heddle.extension." + EXTENSION + '.';

    private final Map<String, String> arguments;
    private final Map<String, String> environment;
    private final Properties file;
    private final Set<String> asked = new TreeSet<>();

    private ServeSettings(Map<String, String> arguments, Map<String, String> environment, Properties file) {
        this.arguments = arguments;
        this.environment = environment;
        this.file = file;
    }

    /**
     * The settings there are.
     *
     * @param arguments each {@code NAME=VALUE}
     * @throws IllegalArgumentException if one is not, or the file cannot be read
     */
    static ServeSettings of(List<String> arguments, Map<String, String> environment) {
        Map<String, String> named = new TreeMap<>();
        for (String argument : arguments) {
            int end = argument.indexOf('=');
            if (end <= 0) {
                throw new IllegalArgumentException("'" + argument + "' should be NAME=VALUE");
            }
            named.put(argument.substring(0, end), argument.substring(end + 1));
        }
        String config = System.getProperty("heddle.config", environment.get("HEDDLE_CONFIG"));
        Properties file = new Properties();
        if (config != null && config.matches("(?i).*\\.ya?ml")) {
            throw new IllegalArgumentException(
                    "heddle.config " + config + " is YAML, which only the agent reads; name a properties file");
        }
        if (config != null) {
            try (Reader reader = Files.newBufferedReader(Path.of(config))) {
                file.load(reader);
            } catch (IOException unreadable) {
                throw new IllegalArgumentException("heddle.config " + config + " cannot be read", unreadable);
            }
        }
        return new ServeSettings(named, environment, file);
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
        return Stream.of(
                        arguments.get(key),
                        System.getProperty(name),
                        environment.get(variable(key)),
                        file.getProperty(name))
                .filter(value -> value != null)
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean hasAny(String prefix, String... except) {
        throw new UnsupportedOperationException("the codec asks for its settings by their names");
    }

    private static String variable(String key) {
        return (PREFIX + key).toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
