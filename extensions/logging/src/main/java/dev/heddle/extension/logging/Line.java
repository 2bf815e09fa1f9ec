package dev.heddle.extension.logging;

/**
 * One structured line, as {@code name=value name="a value"} or as a JSON object. Whatever a value holds, it stays one
 * line: callers choose IDs and messages, and must not be able to write lines of their own.
 */
final class Line {
    private static final int LONGEST_VALUE = 4_096;
    private static final int FIRST_PRINTABLE = ' ';
    private static final int DELETE = 0x7f;
    private static final int LAST_CONTROL = 0x9f;
    /** Where some readers begin a new line. */
    private static final String SEPARATORS = "\u2028\u2029";

    private final boolean json;
    private final StringBuilder text = new StringBuilder(256);

    Line(boolean json) {
        this.json = json;
    }

    /** Adds a text; {@code null} adds nothing. */
    Line with(String name, String value) {
        if (value != null) {
            String cut = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
            name(name);
            if (json || needsQuotes(cut)) {
                quote(text, cut);
            } else {
                text.append(cut);
            }
        }
        return this;
    }

    /** Adds a whole number. */
    Line with(String name, long value) {
        name(name);
        text.append(value);
        return this;
    }

    /** Adds a duration in milliseconds, to the microsecond. */
    Line withMillis(String name, long nanos) {
        long micros = Math.max(0, nanos) / 1_000;
        name(name);
        text.append(micros / 1_000).append('.');
        String rest = Long.toString(1_000 + micros % 1_000);
        text.append(rest, 1, rest.length());
        return this;
    }

    private void name(String name) {
        if (json) {
            text.append(text.length() == 0 ? "{\"" : ",\"").append(name).append("\":");
        } else {
            text.append(text.length() == 0 ? "" : " ").append(name).append('=');
        }
    }

    String text() {
        return json ? text.toString() + '}' : text.toString();
    }

    private static boolean needsQuotes(String value) {
        for (int at = 0; at < value.length(); at++) {
            char each = value.charAt(at);
            if (each == ' ' || each == '"' || each == '=' || each == '\\' || isControl(each)) {
                return true;
            }
        }
        return value.isEmpty();
    }

    /** Appends it as a text of JSON. */
    static void quote(StringBuilder to, String value) {
        to.append('"');
        for (int at = 0; at < value.length(); at++) {
            char each = value.charAt(at);
            if (each == '"' || each == '\\') {
                to.append('\\').append(each);
            } else if (isControl(each)) {
                String hex = Integer.toHexString(0x10000 + each);
                to.append("\\u").append(hex, 1, hex.length());
            } else {
                to.append(each);
            }
        }
        to.append('"');
    }

    private static boolean isControl(char each) {
        return each < FIRST_PRINTABLE || each >= DELETE && each <= LAST_CONTROL || SEPARATORS.indexOf(each) >= 0;
    }
}
