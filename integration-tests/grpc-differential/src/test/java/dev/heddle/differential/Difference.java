package dev.heddle.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A script of which something else was seen.
 *
 * @param dropped the parts of it that the difference does not need
 * @param kind the lines that differ first, without what is particular: differences of one cause often share it
 * @param expected {@code null} once forgotten, as is {@code actual}: there may be very many
 */
record Difference(Flavour flavour, long seed, Set<Integer> dropped, String kind, Side.Seen expected, Side.Seen actual) {
    /** The first difference, or {@code null} if there is none, or it is where one begins that is expected. */
    static Difference find(Flavour flavour, long seed, Set<Integer> dropped, Side.Seen expected, Side.Seen actual) {
        List<String> without = expected.trace().lines().toList();
        List<String> with = actual.trace().lines().toList();
        if (without.equals(with)) {
            return null;
        }
        int at = firstDifference(without, with);
        if (flavour == Flavour.HELD_BY_HAND && at < without.size() && Expected.beginsAt(without.get(at))) {
            return null;
        }
        String kind = gist(without, at) + "  ➜  " + gist(with, at);
        return new Difference(flavour, seed, dropped, kind, expected, actual);
    }

    /** The same without the traces. */
    Difference forgotten() {
        return new Difference(flavour, seed, dropped, kind, null, null);
    }

    /** The script as it was played. */
    Script script() {
        return ScriptWriter.write(seed).without(dropped);
    }

    boolean isStuck() {
        return !expected.whereStuck().isEmpty() || !actual.whereStuck().isEmpty();
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
        List<String> without = expected.trace().lines().toList();
        List<String> with = actual.trace().lines().toList();
        int at = firstDifference(without, with);
        StringBuilder text = new StringBuilder();
        text.append(flavour).append(" differs in ").append(script());
        if (!dropped.isEmpty()) {
            text.append("  (shortened)\n");
        }
        text.append("first difference: ").append(kind).append('\n');
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
