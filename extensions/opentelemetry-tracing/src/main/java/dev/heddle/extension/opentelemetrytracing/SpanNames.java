package dev.heddle.extension.opentelemetrytracing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/** Names of spans that begin alike, joined once for each type: there are few, unless somebody makes them up. Thread-safe. */
final class SpanNames {
    private static final int MOST = 1_000;

    private final String begin;
    private final ConcurrentMap<String, String> names = new ConcurrentHashMap<>();

    SpanNames(String begin) {
        this.begin = begin;
    }

    /** Those of operations, by what the names of their spans begin with. */
    static Map<String, SpanNames> of(Map<String, String> begins) {
        return begins.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> new SpanNames(each.getValue())));
    }

    /** The name of the span of a type, or of whatever else has a name. */
    String of(String type) {
        String asked = String.valueOf(type);
        String name = names.get(asked);
        if (name == null) {
            name = begin.concat(asked);
            if (names.size() < MOST) {
                names.put(asked, name);
            }
        }
        return name;
    }
}
