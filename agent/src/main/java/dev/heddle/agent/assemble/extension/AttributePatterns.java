package dev.heddle.agent.assemble.extension;

import dev.heddle.api.TemporalCall;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Patterns for one attribute, of which one must match; a call that has no such thing matches none.
 *
 * @param patterns as the JDK has them
 */
record AttributePatterns(CallAttribute attribute, List<Pattern> patterns) {

    /** Patterns with {@code *} for any characters. */
    static AttributePatterns of(CallAttribute attribute, List<String> patterns) {
        return new AttributePatterns(
                attribute, patterns.stream().map(AttributePatterns::compiled).toList());
    }

    private static Pattern compiled(String pattern) {
        Pattern compiled = Pattern.compile(
                Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
        // Loads what matching needs, which would else be loaded on a workflow's thread.
        compiled.matcher(pattern).matches();
        return compiled;
    }

    boolean match(TemporalCall call) {
        String value = attribute.of(call);
        if (value != null) {
            for (Pattern pattern : patterns) {
                if (pattern.matcher(value).matches()) {
                    return true;
                }
            }
        }
        return false;
    }
}
