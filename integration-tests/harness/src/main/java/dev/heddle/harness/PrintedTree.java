package dev.heddle.harness;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tree of the order application's calls, as the demo prints it.
 *
 * @param calls its lines: where they stand, the operation, the process, and what was called
 */
public record PrintedTree(List<String> calls) {
    private static final Pattern CALL =
            Pattern.compile("( +)([a-z]+( (in|out)bound)? \\w+) +(client|front|worker) +(\\S+) .*");

    /** Reads the tree out of what the demo has printed. */
    public static PrintedTree of(String output) {
        return new PrintedTree(output.lines()
                .map(CALL::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.replaceFirst("$1$2 $5 $6"))
                .toList());
    }
}
