package dev.heddle.extension.logging;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes arguments as a text that looks like JSON, up to a length, without what is hidden. Thread-safe. */
final class ArgumentText {
    private static final int DEEPEST = 8;
    private static final String HIDDEN = "\"<redacted>\"";
    private static final String MORE = "…";

    private final Redaction redaction;
    private final int limit;

    ArgumentText(Redaction redaction, int limit) {
        this.redaction = redaction;
        this.limit = limit;
    }

    /** All of them, or as many as there is room for. */
    String of(List<?> arguments) {
        StringBuilder text = new StringBuilder();
        list(text, "", arguments, 0);
        return text.length() <= limit ? text.toString() : text.substring(0, limit) + MORE;
    }

    private boolean isFull(StringBuilder text) {
        return text.length() > limit;
    }

    private void list(StringBuilder text, String path, Iterable<?> values, int depth) {
        text.append('[');
        int number = 0;
        for (Object each : values) {
            if (isFull(text)) {
                return;
            }
            text.append(number == 0 ? "" : ",");
            named(text, path, String.valueOf(number), each, depth);
            number++;
        }
        text.append(']');
    }

    private void object(StringBuilder text, String path, Map<?, ?> parts, int depth) {
        text.append('{');
        String between = "";
        for (Map.Entry<?, ?> each : parts.entrySet()) {
            if (isFull(text)) {
                return;
            }
            String name = String.valueOf(each.getKey());
            text.append(between);
            Line.quote(text, cut(name));
            text.append(':');
            named(text, path, name, each.getValue(), depth);
            between = ",";
        }
        text.append('}');
    }

    private void named(StringBuilder text, String path, String name, Object value, int depth) {
        String below = path.isEmpty() ? name : path + '.' + name;
        if (redaction.hides(below, name)) {
            text.append(HIDDEN);
        } else if (depth > DEEPEST) {
            Line.quote(text, MORE);
        } else {
            value(text, below, value, depth + 1);
        }
    }

    private void value(StringBuilder text, String path, Object value, int depth) {
        if (value == null || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Number && Parts.isOfTheJdk(value)) {
            text.append(value);
        } else if (value instanceof byte[] bytes) {
            Line.quote(text, bytes.length + " bytes");
        } else if (value instanceof Map<?, ?> map) {
            object(text, path, map, depth);
        } else if (value instanceof Collection<?> values) {
            list(text, path, values, depth);
        } else if (value.getClass().isArray()) {
            list(text, path, elements(value), depth);
        } else if (value instanceof Optional<?> optional) {
            value(text, path, optional.orElse(null), depth);
        } else if (value instanceof CharSequence || value instanceof Enum<?> || Parts.isOfTheJdk(value)) {
            Line.quote(text, cut(value.toString()));
        } else {
            object(text, path, Parts.of(value), depth);
        }
    }

    private String cut(String value) {
        return value.length() <= limit ? value : value.substring(0, limit) + MORE;
    }

    /** No more than can be written. */
    private List<Object> elements(Object array) {
        int length = Math.min(Array.getLength(array), limit);
        List<Object> elements = new ArrayList<>(length);
        for (int at = 0; at < length; at++) {
            elements.add(Array.get(array, at));
        }
        return elements;
    }
}
