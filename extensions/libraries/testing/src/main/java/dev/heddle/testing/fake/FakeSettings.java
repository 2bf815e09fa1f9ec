package dev.heddle.testing.fake;

import dev.heddle.api.Settings;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of one extension, from a map; they keep what is logged. Thread-safe. */
public final class FakeSettings implements Settings {
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");

    private final String extension;
    private final Map<String, String> values;
    private final Set<String> asked = new ConcurrentSkipListSet<>();
    private final FakeLogger logger;

    /** Settings by their keys, without {@code heddle.extension.<name>.} */
    public FakeSettings(String extension, Map<String, String> values) {
        this.extension = extension;
        this.values = Map.copyOf(values);
        this.logger = new FakeLogger(extension);
    }

    /** The lines that the extension has logged, such as {@code WARNING: no limit is set}. */
    public List<String> log() {
        return logger.lines();
    }

    /** The settings that somebody has asked for. */
    public Set<String> asked() {
        return new TreeSet<>(asked);
    }

    /** The settings that are set and that nobody has asked for. */
    public Set<String> unknown() {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(asked);
        return unknown;
    }

    @Override
    public String extension() {
        return extension;
    }

    @Override
    public System.Logger logger() {
        return logger;
    }

    @Override
    public String get(String key) {
        asked.add(key);
        String value = values.get(key);
        return value == null ? null : value.strip();
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
        if (text != null && !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw unfit(key, text, "true or false");
        }
        return text == null ? fallback : Boolean.parseBoolean(text);
    }

    @Override
    public Duration get(String key, Duration fallback) {
        String text = get(key);
        if (text == null) {
            return fallback;
        }
        Matcher matcher = SHORT_DURATION.matcher(text);
        try {
            // Days have no T before them in ISO-8601, and milliseconds no unit.
            return !matcher.matches()
                    ? Duration.parse(text)
                    : switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(Long.parseLong(matcher.group(1)));
                        case "d" -> Duration.parse("P" + matcher.group(1) + "D");
                        default -> Duration.parse("PT" + matcher.group(1) + matcher.group(2));
                    };
        } catch (DateTimeParseException | NumberFormatException notADuration) {
            throw unfit(key, text, "a duration such as 250ms, 30s or PT1.5S");
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
        return values.keySet().stream()
                .anyMatch(key -> key.startsWith(prefix) && !List.of(except).contains(key));
    }

    private IllegalArgumentException unfit(String key, String text, String expected) {
        return new IllegalArgumentException(
                "heddle.extension." + extension + '.' + key + " is '" + text + "' and should be " + expected);
    }
}
