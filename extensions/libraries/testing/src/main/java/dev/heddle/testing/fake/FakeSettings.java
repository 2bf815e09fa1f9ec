package dev.heddle.testing.fake;

import dev.heddle.api.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** The settings of one extension, from a map; they keep what is logged. Thread-safe. */
public final class FakeSettings implements Settings {
    private final String extension;
    private final Map<String, String> values;
    private final Set<String> asked = new ConcurrentSkipListSet<>();
    private final FakeLogger logger;

    /** Settings by their keys, without {@code heddle.extension.<name>.} */
    public FakeSettings(String extension, Map<String, String> values) {
        this.extension = extension;
        this.values = Map.copyOf(values);
        this.logger = new FakeLogger(extension);
    }

    /** The lines that the extension has logged, such as {@code WARNING: no limit is set}. */
    public List<String> log() {
        return logger.lines();
    }

    /** The settings that somebody has asked for. */
    public Set<String> asked() {
        return new TreeSet<>(asked);
    }

    /** The settings that are set and that nobody has asked for. */
    public Set<String> unknown() {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(asked);
        return unknown;
    }

    @Override
    public String extension() {
        return extension;
    }

    @Override
    public System.Logger logger() {
        return logger;
    }

    @Override
    public String get(String key) {
        asked.add(key);
        String value = values.get(key);
        return value == null ? null : value.strip();
    }

    @Override
    public boolean hasAny(String prefix, String... except) {
        return values.keySet().stream()
                .anyMatch(key -> key.startsWith(prefix) && !List.of(except).contains(key));
    }
}
