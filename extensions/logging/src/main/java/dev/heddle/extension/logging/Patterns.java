package dev.heddle.extension.logging;

import dev.heddle.api.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Operations as logs name them, {@code workflow inbound handleSignal}, with {@code *} for any characters. */
final class Patterns {
    private final List<String> texts;
    private final List<Pattern> patterns = new ArrayList<>();

    Patterns(List<String> texts) {
        this.texts = List.copyOf(texts);
        for (String text : texts) {
            List<String> parts = new ArrayList<>();
            for (String part : text.split("\\*", -1)) {
                parts.add(Pattern.quote(part));
            }
            patterns.add(Pattern.compile(String.join(".*", parts), Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
        }
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    boolean match(Operation operation) {
        String text = operation.toString();
        for (Pattern pattern : patterns) {
            if (pattern.matcher(text).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them has this in it. */
    boolean name(String part) {
        for (String text : texts) {
            if (text.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
