package dev.heddle.soak;

import java.util.ArrayList;
import java.util.List;

/** How the JVM has grown since it was warm. */
final class Growth {
    private static final long MIB = 1 << 20;
    /** Some worker may have met its first local activity late; workers who are killed have had as many threads each time. */
    private static final Footprint ALLOWED = new Footprint(8 * MIB, 6 * MIB, 32, 400);

    private final List<Integer> calls = new ArrayList<>();
    private final List<Footprint> footprints = new ArrayList<>();

    /** Measures, after so many calls. */
    void measure(int after) {
        calls.add(after);
        footprints.add(Footprint.measure());
    }

    void judge(Ledger ledger) {
        Footprint warm = footprints.get(0);
        Footprint end = footprints.get(footprints.size() - 1);
        boolean grown = end.heap() - warm.heap() > ALLOWED.heap()
                || end.metaspace() - warm.metaspace() > ALLOWED.metaspace()
                || end.threads() - warm.threads() > ALLOWED.threads()
                || end.classes() - warm.classes() > ALLOWED.classes();
        if (grown) {
            ledger.problem("grown by more than " + ALLOWED);
        }
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < calls.size(); i++) {
            lines.append("after %8d calls: %s%n".formatted(calls.get(i), footprints.get(i)));
        }
        return lines.toString();
    }
}
