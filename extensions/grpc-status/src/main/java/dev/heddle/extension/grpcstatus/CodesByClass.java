package dev.heddle.extension.grpcstatus;

import dev.heddle.api.GrpcStatus.Code;
import dev.heddle.api.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The codes of exceptions by the names of their classes, which belong to the application and cannot be linked to. What
 * is found is kept with the class and goes with it.
 */
final class CodesByClass {
    private final Map<String, Code> byName;
    private final ClassValue<Optional<Code>> nearest = new ClassValue<>() {
        @Override
        protected Optional<Code> computeValue(Class<?> type) {
            return find(type);
        }
    };

    CodesByClass(Map<String, Code> byName) {
        this.byName = Map.copyOf(byName);
    }

    static CodesByClass read(Settings settings) {
        Map<String, Code> byName = new HashMap<>();
        for (String entry : settings.list("map")) {
            String[] parts = entry.split("\\s*[=:]\\s*");
            if (parts.length != 2 || parts[0].isEmpty()) {
                throw Codes.unfit(
                        settings,
                        "map",
                        "says '" + entry + "'; write it as java.util.NoSuchElementException=NOT_FOUND");
            }
            byName.put(canonical(parts[0]), Codes.parse(settings, "map", parts[1]));
        }
        return new CodesByClass(byName);
    }

    /** The code of a class, or {@code null}. */
    Code of(Class<?> type) {
        return byName.isEmpty() ? null : nearest.get(type).orElse(null);
    }

    /** Level by level: the class, what it extends and implements, what those do. */
    private Optional<Code> find(Class<?> type) {
        List<Class<?>> level = List.of(type);
        while (!level.isEmpty()) {
            List<Class<?>> above = new ArrayList<>();
            for (Class<?> each : level) {
                Code code = byName.get(canonical(each.getName()));
                if (code != null) {
                    return Optional.of(code);
                }
                if (each.getSuperclass() != null) {
                    above.add(each.getSuperclass());
                }
                above.addAll(List.of(each.getInterfaces()));
            }
            level = above;
        }
        return Optional.empty();
    }

    /** A nested class is written with a dot or, as the JVM does, with a dollar sign. */
    private static String canonical(String className) {
        return className.replace('$', '.');
    }
}
