package dev.heddle.agent.assemble.temporal;

import java.lang.reflect.Array;
import java.util.Collection;

/** Makes what a plugin has given fit what a builder of the SDK takes. */
final class OptionValue {
    private OptionValue() {}

    /** A value as a parameter of that type takes it, or {@code null} if it does not. */
    static Object fit(Object value, Class<?> wanted) {
        if (wanted.isInstance(value) || value instanceof Boolean && wanted == boolean.class) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number, wanted);
        }
        return value instanceof Collection<?> elements && wanted.isArray()
                ? array(elements, wanted.getComponentType())
                : null;
    }

    private static Object array(Collection<?> elements, Class<?> type) {
        if (type.isPrimitive()) {
            return null;
        }
        Object array = Array.newInstance(type, elements.size());
        int index = 0;
        for (Object element : elements) {
            if (element != null && !type.isInstance(element)) {
                return null;
            }
            Array.set(array, index++, element);
        }
        return array;
    }

    /** None that would lose something. */
    private static Object number(Number value, Class<?> wanted) {
        boolean whole = value instanceof Integer || value instanceof Long;
        if (wanted == double.class || wanted == Double.class) {
            return value.doubleValue();
        }
        if (whole && (wanted == long.class || wanted == Long.class)) {
            return value.longValue();
        }
        return whole && value.intValue() == value.longValue() && (wanted == int.class || wanted == Integer.class)
                ? value.intValue()
                : null;
    }
}
