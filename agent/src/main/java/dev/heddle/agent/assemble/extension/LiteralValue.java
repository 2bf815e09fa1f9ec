package dev.heddle.agent.assemble.extension;

import java.time.Duration;

/** A text of a setting as the type that a constructor or method wants. */
final class LiteralValue {
    private LiteralValue() {}

    /** The value, or {@code null} if the text is none of that type. */
    static Object of(String text, Class<?> type) {
        try {
            if (type == boolean.class || type == Boolean.class) {
                return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : null;
            }
            if (type == int.class || type == Integer.class) {
                return Integer.valueOf(text);
            }
            if (type == long.class || type == Long.class) {
                return Long.valueOf(text);
            }
            if (type == double.class || type == Double.class) {
                return Double.valueOf(text);
            }
            if (type == Duration.class) {
                return Duration.parse(text);
            }
            if (type.isEnum()) {
                for (Object constant : type.getEnumConstants()) {
                    if (((Enum<?>) constant).name().equals(text)) {
                        return constant;
                    }
                }
            }
            return null;
        } catch (RuntimeException notOfThatType) {
            return null;
        }
    }
}
