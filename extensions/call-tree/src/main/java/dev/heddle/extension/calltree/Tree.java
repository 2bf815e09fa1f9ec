package dev.heddle.extension.calltree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls since the last page; of more than there is room for, the newest. Thread-safe; nothing here takes long.
 */
final class Tree {
    /** How many calls that are not over are passed by to find one that is. */
    private static final int PASSED = 16;

    private final int limit;
    private final Map<String, Node> headings = new LinkedHashMap<>();
    /** The calls right below the headings, the oldest first. */
    private final Deque<Node> roots = new ArrayDeque<>();

    private final Sums sums = new Sums();
    private int lines;
    private int calls;
    private int more;
    /** Whether there is anything to say; the first page is proof that the extension works. */
    private boolean changed = true;

    Tree(int limit) {
        this.limit = limit;
    }

    /**
     * Adds a call that begins, if there is room or can be made.
     *
     * @param parent the call under way on this thread, or {@code null}
     * @param heading under which it stands without a parent
     */
    synchronized boolean begin(Node call, Node parent, String heading) {
        changed = true;
        calls++;
        sums.begin(call);
        int needed = parent == null && !headings.containsKey(heading) ? 2 : 1;
        if (lines + needed > limit) {
            makeRoom(needed);
            needed = parent == null && !headings.containsKey(heading) ? 2 : 1;
        }
        if (lines + needed > limit) {
            more++;
            return false;
        }
        lines += needed;
        call.running = true;
        if (parent == null) {
            call.heading = headings.computeIfAbsent(heading, Node::new);
            call.heading.children.add(call);
            roots.add(call);
        } else {
            parent.children.add(call);
        }
        return true;
    }

    /** Forgets the oldest that is over. */
    private void makeRoom(int needed) {
        int passed = 0;
        for (Iterator<Node> each = roots.iterator(); each.hasNext() && passed < PASSED && lines + needed > limit; ) {
            Node root = each.next();
            if (root.isActive()) {
                passed++;
                Node oldest = root.takeOldest();
                if (oldest != null) {
                    forget(oldest);
                }
            } else {
                each.remove();
                root.heading.children.remove(root);
                forget(root);
                if (root.heading.children.isEmpty()) {
                    headings.remove(root.heading.id);
                    lines--;
                }
            }
        }
    }

    private void forget(Node call) {
        lines -= call.lines();
        more += call.lines();
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
        sums.end(call);
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
        Page page = new Page(calls, rows, more, more == 0 ? List.of() : sums.lines());
        headings.values().removeIf(Node::forget);
        roots.clear();
        headings.values().forEach(heading -> roots.addAll(heading.children));
        lines = headings.values().stream().mapToInt(Node::lines).sum();
        calls = 0;
        more = 0;
        sums.clear();
        changed = false;
        return Optional.of(page);
    }
}
