package dev.heddle.testing;

import dev.heddle.api.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The settings as the agent has them, with a note of the keys that the extension asks for. */
record WatchedSettings(Settings settings, Set<String> asked) implements Settings {
    private Settings asking(String key) {
        asked.add(key);
        return settings;
    }

    @Override
    public String extension() {
        return settings.extension();
    }

    @Override
    public System.Logger logger() {
        return settings.logger();
    }

    @Override
    public String get(String key) {
        return asking(key).get(key);
    }

    @Override
    public int get(String key, int fallback) {
        return asking(key).get(key, fallback);
    }

    @Override
    public boolean get(String key, boolean fallback) {
        return asking(key).get(key, fallback);
    }

    @Override
    public Duration get(String key, Duration fallback) {
        return asking(key).get(key, fallback);
    }

    @Override
    public List<String> list(String key, String... fallback) {
        return asking(key).list(key, fallback);
    }

    @Override
    public boolean hasAny(String prefix, String... except) {
        return settings.hasAny(prefix, except);
    }
}
