package dev.heddle.extension.payloadcodec;

import dev.heddle.api.Settings;
import java.util.List;

/** Settings that are one of a few words. */
final class Choice {
    private Choice() {}

    /**
     * The word, the first one if none is set.
     *
     * @throws IllegalArgumentException if another is set
     */
    static String of(Settings settings, String key, String... words) {
        String chosen = settings.get(key, words[0]);
        if (!List.of(words).contains(chosen)) {
            throw new IllegalArgumentException(key + " is '" + chosen + "'; write one of " + String.join(", ", words));
        }
        return chosen;
    }
}
