package dev.heddle.api;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one extension. The setting {@code limit} of the extension {@code slow-starts} is looked up as
 * {@code extension.slow-starts.limit} in the agent's argument, then as the system property
 * {@code heddle.extension.slow-starts.limit}, the environment variable {@code HEDDLE_EXTENSION_SLOW_STARTS_LIMIT}, and
 * the properties file that {@code heddle.config} names. Thread-safe; the values do not change.
 *
 * <p>Every method throws {@link IllegalArgumentException} that names the setting where its value is not of the type.
 */
public interface Settings {
    /** The name under which the extension's settings stand. */
    String extension();

    /**
     * The log of the extension: lines on stderr beside the agent's own, which begin with the extension's name. Silent on
     * the thread of a workflow that replays, like {@link WorkflowCall#logger}, which writes to the application's log. A
     * thread of the extension's own, to which it hands something on from there, does not know of the replay.
     */
    System.Logger logger();

    /** A text, or {@code null} if nobody has set it. */
    @Nullable
    String get(String key);

    /**
     * A text that no status or error shows, or {@code null} if nobody has set it. What has {@code token}, {@code key},
     * {@code password}, {@code passphrase}, {@code secret} or {@code credential} in its name is shown nowhere in any case.
     */
    default @Nullable String secret(String key) {
        return get(key);
    }

    /** A text. */
    default String get(String key, String fallback) {
        String value = get(key);
        return value == null ? fallback : value;
    }

    /** A whole number. */
    default int get(String key, int fallback) {
        String text = get(key);
        return text == null ? fallback : new SettingText(this, key, text).number();
    }

    /** {@code true} or {@code false}. */
    default boolean get(String key, boolean fallback) {
        String text = get(key);
        return text == null ? fallback : new SettingText(this, key, text).flag();
    }

    /** A length of time, such as {@code 250ms}, {@code 30s}, {@code 5m}, {@code 7d} or ISO-8601's {@code PT1.5S}. */
    default Duration get(String key, Duration fallback) {
        String text = get(key);
        return text == null ? fallback : new SettingText(this, key, text).duration();
    }

    /** A number of bytes, such as {@code 65536}, {@code 256K} or {@code 2M}; K is 1,024 bytes, M as many K. */
    default int bytes(String key, int fallback) {
        String text = get(key);
        return text == null ? fallback : new SettingText(this, key, text).bytes();
    }

    /** Texts separated by commas, stripped of surrounding blanks. */
    default List<String> list(String key, String... fallback) {
        String text = get(key);
        return text == null
                ? List.of(fallback)
                : Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(element -> !element.isEmpty())
                        .toList();
    }

    /**
     * Whether somebody has set anything whose key begins so, also what nobody knows: a mistyped setting of a guard must
     * not leave it open.
     *
     * @param except keys that do not matter
     */
    boolean hasAny(String prefix, String... except);
}
