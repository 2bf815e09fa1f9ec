package dev.heddle.testing.fake;

import dev.heddle.api.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The settings of one extension, from a map. */
public record FakeSettings(String extension, Map<String, String> values) implements Settings {
    @Override
    public System.Logger logger() {
        return System.getLogger(extension);
    }

    @Override
    public String get(String key) {
        return values.get(key);
    }

    @Override
    public int get(String key, int fallback) {
        return values.containsKey(key) ? Integer.parseInt(values.get(key)) : fallback;
    }

    @Override
    public boolean get(String key, boolean fallback) {
        return values.containsKey(key) ? Boolean.parseBoolean(values.get(key)) : fallback;
    }

    /** A length of time; here in ISO-8601 only. */
    @Override
    public Duration get(String key, Duration fallback) {
        return values.containsKey(key) ? Duration.parse(values.get(key)) : fallback;
    }

    @Override
    public List<String> list(String key, String... fallback) {
        return List.of(values.containsKey(key) ? values.get(key).split("\\s*,\\s*") : fallback);
    }
}
