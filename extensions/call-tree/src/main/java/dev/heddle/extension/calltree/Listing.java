package dev.heddle.extension.calltree;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Turns what the tree holds into the lines of a page. */
final class Listing {
    private final List<Row> rows;

    Listing(List<Row> rows) {
        this.rows = rows;
    }

    /** Adds a heading and the calls below. */
    void add(Node group) {
        String replays = group.replays == 0 ? "" : ", " + group.replays + " replayed";
        rows.add(Row.heading(Text.line(group.id) + replays));
        group.children.forEach(call -> add(call, group, 1));
    }

    private void add(Node call, Node parent, int depth) {
        // What an activity asks of its context bears the activity's own name and ID.
        boolean same = Objects.equals(call.name, parent.name) && Objects.equals(call.id, parent.id);
        List<String> cells = List.of(
                Text.operation(call.operation),
                "",
                same ? "" : Text.brief(call.name),
                same ? "" : Text.brief(call.id),
                call.headers,
                call.outcome == null || call.replay ? "" : time(call.nanos),
                outcome(call));
        // A replay has been told before.
        String mark = call.replay ? "" : call.mark;
        rows.add(new Row(depth, cells, mark, call.caller.isEmpty() ? parent.mark : call.caller));
        call.children.forEach(child -> add(child, call, depth + 1));
    }

    private static String outcome(Node call) {
        if (call.replay) {
            return call.replays == 0 ? "replayed" : "replayed with " + Page.calls(call.replays);
        }
        String outcome = call.outcome == null ? "open" : call.outcome;
        return call.replays == 0 ? outcome : outcome + ", " + call.replays + " replayed";
    }

    static String time(long nanos) {
        double millis = nanos / 1e6;
        return millis < 1000
                ? String.format(Locale.ROOT, "%.1f ms", millis)
                : String.format(Locale.ROOT, "%.2f s", millis / 1000);
    }
}
