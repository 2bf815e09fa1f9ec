package dev.heddle.extension.calltree;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A line of a page, in columns.
 *
 * @param heading whether it stands over the calls of a workflow and takes the whole width
 */
record Row(boolean heading, String call, String name, String id, String headers, String time, String outcome) {
    /** Adds the lines of a workflow. */
    static void add(List<Row> rows, Node workflow) {
        String title = workflow.id.isEmpty() ? "no workflow" : "workflow " + Text.line(workflow.id);
        String replays = workflow.replays == 0 ? "" : ", " + workflow.replays + " replayed";
        rows.add(new Row(true, title + replays, "", "", "", "", ""));
        workflow.children.forEach(call -> add(rows, call, workflow, 1));
    }

    private static void add(List<Row> rows, Node call, Node parent, int depth) {
        // What an activity asks of its context bears the activity's own name and ID.
        boolean same = Objects.equals(call.name, parent.name) && Objects.equals(call.id, parent.id);
        rows.add(new Row(
                false,
                "  ".repeat(depth) + call.operation,
                same ? "" : Text.brief(call.name),
                same ? "" : Text.brief(call.id),
                call.headers,
                call.outcome == null || call.replay ? "" : time(call.nanos),
                outcome(call)));
        call.children.forEach(child -> add(rows, child, call, depth + 1));
    }

    private static String outcome(Node call) {
        if (call.replay) {
            return call.replays == 0 ? "replayed" : "replayed with " + Text.calls(call.replays);
        }
        String outcome = call.outcome == null ? "open" : call.outcome;
        return call.replays == 0 ? outcome : outcome + ", " + call.replays + " replayed";
    }

    private static String time(long nanos) {
        double millis = nanos / 1e6;
        return millis < 1000
                ? String.format(Locale.ROOT, "%.1f ms", millis)
                : String.format(Locale.ROOT, "%.2f s", millis / 1000);
    }
}
