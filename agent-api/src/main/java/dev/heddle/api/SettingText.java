package dev.heddle.api;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a setting, as one of the types that {@link Settings} has. */
record SettingText(Settings settings, String key, String text) {
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");
    private static final Pattern BYTES = Pattern.compile("(\\d+)([KM]?)");

    int number() {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw unfit("a whole number");
        }
    }

    boolean flag() {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unfit("true or false");
        };
    }

    Duration duration() {
        Matcher matcher = SHORT_DURATION.matcher(text);
        try {
            return matcher.matches()
                    ? duration(Long.parseLong(matcher.group(1)), matcher.group(2))
                    : Duration.parse(text);
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException notADuration) {
            throw unfit("a duration such as 250ms, 30s or PT1.5S");
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

    int bytes() {
        Matcher matcher = BYTES.matcher(text);
        try {
            if (matcher.matches()) {
                return Math.multiplyExact(Integer.parseInt(matcher.group(1)), factor(matcher.group(2)));
            }
        } catch (ArithmeticException | NumberFormatException tooLarge) {
            // Said below.
        }
        throw unfit("a number of bytes below 2G, such as 65536, 256K or 2M");
    }

    private static int factor(String unit) {
        return switch (unit) {
            case "K" -> 1 << 10;
            case "M" -> 1 << 20;
            default -> 1;
        };
    }

    private IllegalArgumentException unfit(String expected) {
        return new IllegalArgumentException("heddle.extension." + settings.extension() + '.' + key + " is '" + text
                + "' and should be " + expected);
    }
}
