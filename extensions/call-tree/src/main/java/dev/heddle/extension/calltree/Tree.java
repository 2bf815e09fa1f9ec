package dev.heddle.extension.calltree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls since the last page, up to a limit. Thread-safe; nothing here takes long. */
final class Tree {
    private final int limit;
    /** The headings, such as headings. */
    private final Map<String, Node> headings = new LinkedHashMap<>();

    private int lines;
    private int calls;
    private int more;
    /** Whether there is anything to say; the first page is proof that the extension works. */
    private boolean changed = true;

    Tree(int limit) {
        this.limit = limit;
    }

    /**
     * Adds a call that begins, if there is room.
     *
     * @param parent the call under way on this thread, or {@code null}
     * @param heading under which it stands without a parent
     */
    synchronized boolean begin(Node call, Node parent, String heading) {
        changed = true;
        calls++;
        int needed = parent == null && !headings.containsKey(heading) ? 2 : 1;
        if (lines + needed > limit) {
            more++;
            return false;
        }
        lines += needed;
        call.running = true;
        Node above = parent == null ? headings.computeIfAbsent(heading, Node::new) : parent;
        above.children.add(call);
        return true;
    }

    /** Notes that a call has left its thread. */
    synchronized void leave(Node call, String headers, boolean replay) {
        changed = true;
        call.running = call.callsBack() && call.outcome == null;
        call.headers = headers;
        call.replay = replay;
    }

    /** Notes what became of a call. */
    synchronized void complete(Node call, String outcome, long nanos) {
        changed = true;
        call.running &= !call.callsBack();
        call.outcome = outcome;
        call.nanos = nanos;
    }

    /** Counts a replayed call that is not listed. */
    synchronized void replay(Node parent, String heading) {
        Node above = parent == null ? headings.get(heading) : parent;
        if (above != null) {
            above.replays++;
        }
    }

    /** Takes what is new for a page, and goes on with the calls that are still on their threads. */
    synchronized Optional<Page> page() {
        if (!changed) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>(lines);
        headings.values().forEach(new Listing(rows)::add);
        Page page = new Page(calls, rows, more);
        headings.values().removeIf(Node::forget);
        lines = headings.values().stream().mapToInt(Node::lines).sum();
        calls = 0;
        more = 0;
        changed = false;
        return Optional.of(page);
    }
}
