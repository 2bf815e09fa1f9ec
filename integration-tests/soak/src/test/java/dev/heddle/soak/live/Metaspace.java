package dev.heddle.soak.live;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What classes take, as the JVM's commands say. The beans say more than there is: their number of classes has each again
 * that was woven or set back, and their bytes those that the JVM keeps of a former version of a class, for the next that
 * it loads.
 *
 * @param classes without those of lambdas
 * @param lambdas the classes of lambdas: a class that is woven or set back links its lambdas anew, and the JVM keeps what it
 *     has made of them before for as long as the class's loader lives
 */
record Metaspace(int classes, int lambdas, long kibibytes) {
    private static final Pattern TOTAL = Pattern.compile(
            "\\bBoth: .*? ([\\d.]+) KB \\([^)]*\\) used,.*? deallocated: \\d+ blocks with ([\\d.]+) KB",
            Pattern.DOTALL);

    static Metaspace now() {
        String report = DiagnosticCommand.run("vmMetaspace", "scale=KB");
        MatchResult total = TOTAL.matcher(report)
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no total in " + report));
        String hierarchy = DiagnosticCommand.run("vmClassHierarchy");
        int all = (int) hierarchy.lines().count();
        int lambdas = (int)
                hierarchy.lines().filter(line -> line.contains("$$Lambda")).count();
        return new Metaspace(
                all - lambdas,
                lambdas,
                Math.round(Double.parseDouble(total.group(1)) - Double.parseDouble(total.group(2))));
    }
}
