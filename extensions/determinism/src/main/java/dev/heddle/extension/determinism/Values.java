package dev.heddle.extension.determinism;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What kind of value an object is, without calling code of the application. */
final class Values {
    /** Objects of the JDK's that change, and whose text says to what. */
    private static final Set<String> TEXTS = Set.of(
            "java.lang.StringBuilder",
            "java.lang.StringBuffer",
            "java.util.Date",
            "java.util.BitSet",
            "java.util.StringJoiner",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong",
            "java.util.concurrent.atomic.AtomicBoolean",
            "java.util.concurrent.atomic.AtomicIntegerArray",
            "java.util.concurrent.atomic.AtomicLongArray",
            "java.util.concurrent.atomic.LongAdder");

    private Values() {}

    /** Whether an object never changes and holds nothing. */
    static boolean isSimple(Object object) {
        String name = object.getClass().getName();
        return object instanceof Enum<?>
                || name.startsWith("java.time.")
                || name.startsWith("java.math.")
                || name.startsWith("java.lang.") && !TEXTS.contains(name);
    }

    static boolean isText(String name) {
        return TEXTS.contains(name);
    }

    /** Whether one is as good as the other: the same object, or an equal one of the JDK's that is no collection. */
    static boolean same(Object one, Object other) {
        if (one == other) {
            return true;
        }
        return one != null
                && other != null
                && one.getClass() == other.getClass()
                && one.getClass().getName().startsWith("java.")
                && !(one instanceof Collection<?>)
                && !(one instanceof Map<?, ?>)
                && !one.getClass().getName().equals("java.util.Optional")
                && one.equals(other);
    }
}
