package dev.heddle.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A script of which something else was seen.
 *
 * @param dropped the parts of it that the difference does not need
 */
record Difference(Flavour flavour, Script script, Set<Integer> dropped, Side.Seen expected, Side.Seen actual) {
    /** The first difference, or {@code null}. */
    static Difference find(Flavour flavour, Script script, Set<Integer> dropped, Side.Seen expected, Side.Seen actual) {
        List<String> without = Expected.compared(flavour, expected.trace());
        List<String> with = Expected.compared(flavour, actual.trace());
        return without.equals(with) ? null : new Difference(flavour, script, dropped, expected, actual);
    }

    /** The lines that differ first, without what is particular to a script: differences of one cause often share it. */
    String kind() {
        List<String> without = Expected.compared(flavour, expected.trace());
        List<String> with = Expected.compared(flavour, actual.trace());
        int at = firstDifference(without, with);
        return gist(without, at) + "  ➜  " + gist(with, at);
    }

    private static String gist(List<String> lines, int at) {
        if (at >= lines.size()) {
            return "nothing";
        }
        String[] words = lines.get(at).trim().split("\\s+");
        return String.join(" ", List.of(words).subList(0, Math.min(words.length, 4)))
                .replaceAll("[0-9]+", "#");
    }

    private static int firstDifference(List<String> without, List<String> with) {
        int at = 0;
        while (at < without.size() && at < with.size() && without.get(at).equals(with.get(at))) {
            at++;
        }
        return at;
    }

    /** The script, and both traces from some lines before they differ or, if wanted, from their beginning. */
    String describe(boolean whole) {
        List<String> without = Expected.compared(flavour, expected.trace());
        List<String> with = Expected.compared(flavour, actual.trace());
        int at = firstDifference(without, with);
        StringBuilder text = new StringBuilder();
        text.append(flavour).append(" differs in ").append(script.without(dropped));
        if (!dropped.isEmpty()) {
            text.append("  (shortened)\n");
        }
        text.append("first difference: ").append(kind()).append('\n');
        for (int line = whole ? 0 : Math.max(0, at - 12); line < at; line++) {
            text.append("      ").append(without.get(line)).append('\n');
        }
        tail(text, "  -   ", without, at, whole);
        tail(text, "  +   ", with, at, whole);
        return text.append(actual.whereStuck()).toString();
    }

    private static void tail(StringBuilder text, String mark, List<String> lines, int at, boolean whole) {
        List<String> rest = new ArrayList<>(lines.subList(Math.min(at, lines.size()), lines.size()));
        int most = whole ? rest.size() : 12;
        rest.stream().limit(most).forEach(line -> text.append(mark).append(line).append('\n'));
        if (rest.size() > most) {
            text.append(mark).append("… ").append(rest.size() - most).append(" more\n");
        }
    }
}
