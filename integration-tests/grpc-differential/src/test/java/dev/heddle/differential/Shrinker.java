package dev.heddle.differential;

import java.util.HashSet;
import java.util.Set;

/** Leaves out of a script that differs whatever the difference does not need. */
final class Shrinker {
    private Shrinker() {}

    static Difference shrink(Comparison comparison, Difference difference) {
        if (difference.actual().trace().contains("STUCK")) {
            // Each attempt would take its time.
            return difference;
        }
        Difference smallest = difference;
        int parts = difference.script().parts();
        for (int size = Math.max(1, parts / 4); size > 0; size /= 2) {
            for (int from = 0; from < parts; from += size) {
                Set<Integer> dropped = new HashSet<>(smallest.dropped());
                for (int part = from; part < Math.min(parts, from + size); part++) {
                    dropped.add(part);
                }
                if (dropped.size() > smallest.dropped().size()) {
                    Difference smaller = comparison.replay(difference.flavour(), difference.script(), dropped);
                    if (smaller != null && !smaller.actual().trace().contains("STUCK")) {
                        smallest = smaller;
                    }
                }
            }
        }
        return smallest;
    }
}
