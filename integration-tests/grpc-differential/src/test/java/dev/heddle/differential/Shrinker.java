package dev.heddle.differential;

import java.util.HashSet;
import java.util.Set;

/** Leaves out of a script that differs whatever the difference does not need. */
final class Shrinker {
    private Shrinker() {}

    /** The shortest script that differs, or {@code null} if it does not differ again. */
    static Difference shrink(Comparison comparison, Difference difference) {
        Difference smallest = comparison.replay(difference.flavour(), difference.seed(), Set.of());
        if (smallest == null || smallest.isStuck()) {
            // Each attempt would take its time.
            return smallest;
        }
        int parts = ScriptWriter.write(difference.seed()).parts();
        for (int size = Math.max(1, parts / 4); size > 0; size /= 2) {
            for (int from = 0; from < parts; from += size) {
                Set<Integer> dropped = new HashSet<>(smallest.dropped());
                for (int part = from; part < Math.min(parts, from + size); part++) {
                    dropped.add(part);
                }
                if (dropped.size() > smallest.dropped().size()) {
                    Difference smaller = comparison.replay(difference.flavour(), difference.seed(), dropped);
                    if (smaller != null && !smaller.isStuck()) {
                        smallest = smaller;
                    }
                }
            }
        }
        return smallest;
    }
}
