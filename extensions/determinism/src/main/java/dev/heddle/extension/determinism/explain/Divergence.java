package dev.heddle.extension.determinism.explain;

import java.util.List;

/**
 * Where code and history part.
 *
 * @param expected what the history has there, or {@code null} if that is not at hand
 * @param found what the code asks for in its place, or {@code null} if it asks for nothing
 * @param agreed the last on which both agree, as the code has it, or {@code null}
 * @param likely the change that most probably is the cause
 * @param before where the code has asked for what the history has, when it ran before in this JVM; or {@code null}
 */
record Divergence(Step expected, Step found, Step agreed, String likely, String before) {
    static Divergence of(Mismatch mismatch, List<Step> history, List<Step> code, List<Step> codeBefore) {
        Step expected = null;
        int next = 0;
        for (Step each : history) {
            if (each.event() == mismatch.event()) {
                expected = each;
            } else if (each.event() < mismatch.event() && each.kind().isInOrder()) {
                int at = indexOf(each, code, next);
                next = at < 0 ? next : at + 1;
            }
        }
        int foundAt = found(mismatch, code, next);
        boolean ends = mismatch.commandType() != null && StepKind.END.isOf(mismatch.commandType());
        Step found = foundAt >= 0 ? code.get(foundAt) : ends ? new Step(StepKind.END, null, 0, null) : null;
        boolean after = expected != null && foundAt >= 0 && indexOf(expected, code, foundAt + 1) >= 0;
        Step agreed = next == 0 ? null : code.get(next - 1);
        int at = expected == null ? -1 : indexOf(expected, codeBefore, Math.min(next, codeBefore.size()));
        String before = at < 0 ? null : codeBefore.get(at).line();
        return new Divergence(expected, found, agreed, likely(expected, found, after, mismatch, history), before);
    }

    private static int found(Mismatch mismatch, List<Step> code, int from) {
        for (int i = from; i < code.size() && mismatch.commandType() != null; i++) {
            if (code.get(i).kind().isOf(mismatch.commandType())) {
                return i;
            }
        }
        return -1;
    }

    /** @param after whether the code asks for what is expected after what is found */
    private static String likely(Step expected, Step found, boolean after, Mismatch mismatch, List<Step> history) {
        String recorded = expected == null ? "what the history has there" : expected.toString();
        if (expected != null && expected.kind() == StepKind.VERSION) {
            return "getVersion of change " + expected.name() + " was removed or has moved";
        }
        if (found == null && mismatch.commandType() == null) {
            return recorded + " was removed, or the code now waits or ends before it";
        }
        if (found == null) {
            return recorded + " was removed, or something else was added before it";
        }
        if (found.kind() == StepKind.END) {
            return recorded + " was removed, or the workflow now ends before it";
        }
        for (Step later : history) {
            // One timer is like another.
            if (later.event() > mismatch.event() && found.name() != null && later.matches(found)) {
                return recorded + " was removed, or now comes after " + found + ", which the history has as event "
                        + later.event();
            }
        }
        if (after) {
            return found + " was added before " + recorded;
        }
        boolean renamed = expected != null && expected.kind() == found.kind() && found.name() != null;
        return renamed
                ? recorded + " became " + found + ", or that was added before it"
                : found + " was added before " + recorded + ", or stands in its place";
    }

    private static int indexOf(Step step, List<Step> steps, int from) {
        for (int i = from; i < steps.size(); i++) {
            if (steps.get(i).matches(step)) {
                return i;
            }
        }
        return -1;
    }
}
