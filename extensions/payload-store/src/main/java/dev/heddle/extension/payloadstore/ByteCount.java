package dev.heddle.extension.payloadstore;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of bytes as settings have them: {@code 65536}, {@code 256K}, {@code 2M}. */
final class ByteCount {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})([KM]?)");

    private ByteCount() {}

    /**
     * The number.
     *
     * @throws IllegalArgumentException if it is none, or too large
     */
    static int parse(String key, String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(key + " is '" + text + "'; write a number of bytes, such as 256K or 2M");
        }
        long factor = switch (matcher.group(2)) {
            case "K" -> 1 << 10;
            case "M" -> 1 << 20;
            default -> 1;
        };
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, Long.parseLong(matcher.group(1)) * factor));
    }
}
