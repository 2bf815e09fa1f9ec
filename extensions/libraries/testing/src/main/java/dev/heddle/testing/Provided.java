package dev.heddle.testing;

import dev.heddle.api.Extension;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An extension that a test brings.
 *
 * @param name under which its settings stand
 * @param settings by their short keys; grows while the test describes itself
 */
record Provided(String name, Extension extension, Map<String, String> settings) {
    private static final String OF_THE_KIT = "heddle-testing-";
    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** An extension named as its JAR would be, {@code SlowStarts} is {@code slow-starts}; or numbered after that. */
    static Provided of(Extension extension, Set<String> taken) {
        Class<?> type = Objects.requireNonNull(extension, "extension").getClass();
        String simple = type.isHidden() || type.isAnonymousClass() ? "test" : type.getSimpleName();
        String name = WORD.matcher(simple).replaceAll("-").toLowerCase(Locale.ROOT);
        String free = name;
        for (int number = 2; taken.contains(free); number++) {
            free = name + '-' + number;
        }
        return new Provided(free, extension, new HashMap<>());
    }

    /** One that the kit adds, of which the log need not say anything. */
    static Provided ofTheKit(String name, Extension extension) {
        return new Provided(OF_THE_KIT + name, extension, Map.of());
    }

    boolean isOfTheKit() {
        return name.startsWith(OF_THE_KIT);
    }

    Provided named(String other) {
        return new Provided(other, extension, settings);
    }
}
