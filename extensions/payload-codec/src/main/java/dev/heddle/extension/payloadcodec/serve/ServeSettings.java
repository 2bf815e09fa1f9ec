package dev.heddle.extension.payloadcodec.serve;

import dev.heddle.api.Settings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings as the agent finds them, so that a server can be given the application's: an argument, then a system
 * property, then an environment variable, then the file that {@code heddle.config} names.
 */
final class ServeSettings implements Settings {
    private static final String EXTENSION = "payload-codec";
    private static final String PREFIX = "heddle.extension." + EXTENSION + '.';
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h)");

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
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return Stream.of(
                        arguments.get(key), System.getProperty(name), environment.get(variable), file.getProperty(name))
                .filter(value -> value != null)
                .map(String::strip)
                .findFirst()
                .orElse(null);
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
        Matcher matcher = SHORT_DURATION.matcher(text);
        try {
            return !matcher.matches()
                    ? Duration.parse(text)
                    : matcher.group(2).equals("ms")
                            ? Duration.ofMillis(Long.parseLong(matcher.group(1)))
                            : Duration.parse("PT" + matcher.group(1) + matcher.group(2));
        } catch (RuntimeException notADuration) {
            throw unfit(key, text, "a duration such as 250ms or 30s");
        }
    }

    @Override
    public List<String> list(String key, String... fallback) {
        String text = get(key);
        return text == null
                ? List.of(fallback)
                : Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(element -> !element.isEmpty())
                        .toList();
    }

    @Override
    public boolean hasAny(String prefix, String... except) {
        return arguments.keySet().stream()
                .anyMatch(key -> key.startsWith(prefix) && !List.of(except).contains(key));
    }

    private static IllegalArgumentException unfit(String key, String text, String expected) {
        return new IllegalArgumentException(key + " is '" + text + "' and should be " + expected);
    }
}
