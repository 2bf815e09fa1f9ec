package dev.heddle.extension.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is not to be read in a log. A path is the argument's number and then the names and places below it,
 * {@code 0.card.number}; a pattern with a dot stands for a whole path, one without for a name anywhere, and {@code *}
 * for any characters between two dots. What is called like a secret is one without being named.
 */
final class Redaction {
    private static final List<String> SECRETS = List.of(
            "*password*",
            "*passwd*",
            "*passphrase*",
            "*secret*",
            "*token*",
            "*credential*",
            "*authorization*",
            "*apikey*",
            "*api_key*",
            "*privatekey*",
            "*private_key*",
            "cvv",
            "cvc",
            "pin");

    private final List<Pattern> names = new ArrayList<>();
    private final List<Pattern> paths = new ArrayList<>();

    Redaction(List<String> patterns) {
        SECRETS.forEach(this::add);
        patterns.forEach(this::add);
    }

    private void add(String pattern) {
        List<String> parts = new ArrayList<>();
        for (String part : pattern.toLowerCase(Locale.ROOT).split("\\*", -1)) {
            parts.add(Pattern.quote(part));
        }
        (pattern.indexOf('.') < 0 ? names : paths)
                .add(Pattern.compile(String.join("[^.]*", parts), Pattern.DOTALL | Pattern.UNICODE_CASE));
    }

    /** Whether what stands there is hidden. */
    boolean hides(String path, String name) {
        return matches(names, name) || matches(paths, path);
    }

    private static boolean matches(List<Pattern> patterns, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (Pattern pattern : patterns) {
            if (pattern.matcher(lower).matches()) {
                return true;
            }
        }
        return false;
    }
}
