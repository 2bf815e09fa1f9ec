package dev.heddle.extension.determinism.explain;

import java.util.ArrayList;
import java.util.List;

/** What the code of one run has asked for, as it was executed once from the beginning. Thread-safe. */
final class Trace {
    private static final int MOST = 2_000;

    private final List<Step> steps = new ArrayList<>();
    private final Trace before;

    /** @param before as it was executed before, or {@code null}; of that the one before it is not kept */
    Trace(Trace before) {
        this.before = before == null ? null : before.alone();
    }

    private synchronized Trace alone() {
        Trace alone = new Trace(null);
        alone.steps.addAll(steps);
        return alone;
    }

    synchronized void add(Step step) {
        if (steps.size() < MOST) {
            steps.add(step);
        }
    }

    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    /** What it has asked for when it was executed before, in this JVM. */
    List<Step> stepsBefore() {
        return before == null ? List.of() : before.steps();
    }
}
