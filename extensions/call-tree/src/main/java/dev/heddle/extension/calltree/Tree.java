package dev.heddle.extension.calltree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls since the last page, up to a limit. Thread-safe; nothing here takes long. */
final class Tree {
    private final int limit;
    /** The workflows by their ID, and under the empty one the calls that belong to none. */
    private final Map<String, Node> workflows = new LinkedHashMap<>();

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
     * @param workflowId the workflow under which it stands without a parent; empty for none
     */
    synchronized boolean begin(Node call, Node parent, String workflowId) {
        changed = true;
        calls++;
        int needed = parent == null && !workflows.containsKey(workflowId) ? 2 : 1;
        if (lines + needed > limit) {
            more++;
            return false;
        }
        lines += needed;
        call.running = true;
        Node above = parent == null ? workflows.computeIfAbsent(workflowId, Node::new) : parent;
        above.children.add(call);
        return true;
    }

    /** Notes that a call has left its thread. */
    synchronized void leave(Node call, String headers, boolean replay) {
        changed = true;
        call.running = false;
        call.headers = headers;
        call.replay = replay;
    }

    /** Notes what became of a call. */
    synchronized void complete(Node call, String outcome, long nanos) {
        changed = true;
        call.outcome = outcome;
        call.nanos = nanos;
    }

    /** Counts a replayed call that is not listed. */
    synchronized void replay(Node parent, String workflowId) {
        Node above = parent == null ? workflows.get(workflowId) : parent;
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
        workflows.values().forEach(workflow -> Row.add(rows, workflow));
        Page page = new Page(calls, rows, more);
        workflows.values().removeIf(Node::forget);
        lines = workflows.values().stream().mapToInt(Node::lines).sum();
        calls = 0;
        more = 0;
        changed = false;
        return Optional.of(page);
    }
}
