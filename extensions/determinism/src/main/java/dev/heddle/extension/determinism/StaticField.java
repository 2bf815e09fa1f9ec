package dev.heddle.extension.determinism;

import dev.heddle.api.CodeSite;
import io.temporal.workflow.Workflow;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/**
 * Whether one run leaves something to the next in a static field: it sets the field, unless for the first time, or the field's
 * content is another when a second run looks. Thread-safe.
 */
final class StaticField {
    private static final int SMALL = 32;

    /**
     * What was in the field when a run looked last.
     *
     * @param run the run
     * @param thread the name of its thread, which has the run's ID in it: another text for each
     */
    private record Content(String run, int sum, String thread) {}

    private volatile Content last;

    /** What tells at a place that uses it whether one run leaves something to another, of what is in it now. */
    Harm at(CodeSite site) {
        if (Statics.isRandom(site.descriptor())) {
            return Harm.ALWAYS;
        }
        if (!Statics.isSet(site.descriptor())) {
            return (content, none) -> content != null && !isOfSameRun() && differs(content);
        }
        // A singleton that is made when it is needed is the same for all.
        boolean object = site.descriptor().startsWith("(L") || site.descriptor().startsWith("([");
        return object ? (content, none) -> content != null : Harm.ALWAYS;
    }

    /** Whether the same thread has read it last for the same run: asked first, for code may read in a loop. */
    @SuppressWarnings("StringEquality")
    private boolean isOfSameRun() {
        Content before = last;
        return before != null && before.thread() == Thread.currentThread().getName();
    }

    private boolean differs(Object content) {
        String run = Workflow.getInfo().getRunId();
        String thread = Thread.currentThread().getName();
        Content before = last;
        if (before != null && before.run().equals(run)) {
            last = new Content(run, before.sum(), thread);
            return false;
        }
        int sum = sum(content);
        last = new Content(run, sum, thread);
        return before != null && before.sum() != sum;
    }

    private static int sum(Object content) {
        try {
            if (content instanceof Collection<?> collection) {
                return collection.size() < SMALL ? collection.hashCode() * 31 + collection.size() : collection.size();
            }
            if (content instanceof Map<?, ?> map) {
                return map.size() < SMALL ? map.hashCode() * 31 + map.size() : map.size();
            }
            if (content instanceof int[] numbers) {
                return numbers.length < SMALL ? Arrays.hashCode(numbers) : 0;
            }
            if (content instanceof long[] numbers) {
                return numbers.length < SMALL ? Arrays.hashCode(numbers) : 0;
            }
            return content.toString().hashCode();
        } catch (RuntimeException changedMeanwhile) {
            return 0;
        }
    }
}
