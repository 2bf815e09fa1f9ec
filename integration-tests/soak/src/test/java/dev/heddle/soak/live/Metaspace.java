package dev.heddle.soak.live;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What classes take, as the JVM's command {@code VM.metaspace} says. The beans say more than there is: their number of
 * classes has each again that was woven or set back, and their bytes those that the JVM keeps of a former version of a
 * class, for the next that it loads.
 */
record Metaspace(int classes, long kibibytes) {
    private static final Pattern TOTAL = Pattern.compile(
            "Total Usage - \\d+ loaders, (\\d+) classes.*?\\bBoth: .*? ([\\d.]+) KB \\([^)]*\\) used,"
                    + ".*? deallocated: \\d+ blocks with ([\\d.]+) KB",
            Pattern.DOTALL);

    static Metaspace now() {
        String report = DiagnosticCommand.run("vmMetaspace", "scale=KB");
        MatchResult total = TOTAL.matcher(report)
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no total in " + report));
        return new Metaspace(
                Integer.parseInt(total.group(1)),
                Math.round(Double.parseDouble(total.group(2)) - Double.parseDouble(total.group(3))));
    }
}
