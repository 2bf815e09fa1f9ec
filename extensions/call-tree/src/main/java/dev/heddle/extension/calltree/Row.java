package dev.heddle.extension.calltree;

import java.util.List;
import java.util.Locale;

/**
 * A line of a page, in columns.
 *
 * @param heading whether it is a workflow's, which takes the whole width
 */
record Row(boolean heading, String call, String name, String id, String headers, String time, String outcome) {
    /** Adds a node's line and those of its children. */
    static void add(List<Row> rows, Node node, int depth) {
        rows.add(node.operation == null ? heading(node) : call(node, depth));
        node.children.forEach(child -> add(rows, child, depth + 1));
    }

    private static Row heading(Node workflow) {
        String replays = workflow.replays == 0 ? "" : ", " + workflow.replays + " replayed";
        String text = "workflow " + Text.line(workflow.id) + replays;
        return new Row(true, text, "", "", "", "", "");
    }

    private static Row call(Node call, int depth) {
        return new Row(
                false,
                "  ".repeat(depth) + call.operation,
                Text.brief(call.name),
                Text.brief(call.id),
                call.headers,
                call.outcome == null || call.replay ? "" : time(call.nanos),
                outcome(call));
    }

    private static String outcome(Node call) {
        if (call.replay) {
            return call.replays == 0 ? "replayed" : "replayed with " + call.replays + " calls";
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
