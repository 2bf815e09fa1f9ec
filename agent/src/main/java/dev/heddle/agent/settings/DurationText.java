package dev.heddle.agent.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them, and as ISO-8601 does. */
final class DurationText {
    static final String EXPECTED = "a duration such as 250ms, 30s or PT1.5S";

    private static final Pattern SHORT = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");

    private DurationText() {}

    /** The duration, or {@code null} if it is none. */
    static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        try {
            return matcher.matches()
                    ? duration(Long.parseLong(matcher.group(1)), matcher.group(2))
                    : Duration.parse(text);
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException notADuration) {
            return null;
        }
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
