package dev.heddle.command;

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
 * The settings of an extension as the agent finds them, so that a command can be given the application's: an argument,
 * then a system property, then an environment variable, then the properties file that {@code heddle.config} names. For
 * one thread.
 */
public final class CommandSettings implements Settings {
    private final String extension;
    private final Map<String, String> arguments;
    private final Map<String, String> environment;
    private final Properties file;
    private final Set<String> asked = new TreeSet<>();

    private CommandSettings(
            String extension, Map<String, String> arguments, Map<String, String> environment, Properties file) {
        this.extension = extension;
        this.arguments = arguments;
        this.environment = environment;
        this.file = file;
    }

    /**
     * The settings there are.
     *
     * @param extension the name under which they stand
     * @param arguments each {@code NAME=VALUE}
     * @param environment the process's variables
     * @throws IllegalArgumentException if an argument is not so, or the file cannot be read
     */
    public static CommandSettings of(String extension, List<String> arguments, Map<String, String> environment) {
        Map<String, String> named = new TreeMap<>();
        for (String argument : arguments) {
            int end = argument.indexOf('=');
            if (end <= 0) {
                throw new IllegalArgumentException("'" + argument + "' should be NAME=VALUE");
            }
            named.put(argument.substring(0, end), argument.substring(end + 1));
        }
        String config = System.getProperty("heddle.config", environment.get("HEDDLE_CONFIG"));
        return new CommandSettings(extension, named, environment, config == null ? new Properties() : read(config));
    }

    private static Properties read(String config) {
        if (config.matches("(?i).*\\.ya?ml")) {
            throw new IllegalArgumentException(
                    "heddle.config " + config + " is YAML, which only the agent reads; name a properties file");
        }
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(config))) {
            file.load(reader);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("heddle.config " + config + " cannot be read", unreadable);
        }
        return file;
    }

    /**
     * Makes sure that no argument is mistyped, once all have been asked for.
     *
     * @throws IllegalArgumentException that names those that nobody has asked for
     */
    public void refuseUnknown() {
        Set<String> unknown = new TreeSet<>(arguments.keySet());
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("nobody knows " + unknown + "; known are " + asked);
        }
    }

    @Override
    public String extension() {
        return extension;
    }

    @Override
    public System.Logger logger() {
        return System.getLogger(extension);
    }

    @Override
    public String get(String key) {
        asked.add(key);
        String name = "heddle.extension." + extension + '.' + key;
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
        throw new UnsupportedOperationException("a command asks for its settings by their names");
    }
}
