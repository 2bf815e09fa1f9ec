package dev.heddle.extension.calltree;

import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import java.util.ArrayList;
import java.util.List;

/** A call, or a heading over calls. Guarded by its {@link Tree}. */
final class Node {
    /** The operation; {@code null} for a heading. */
    final Operation operation;

    final String name;
    final String id;
    final List<Node> children = new ArrayList<>(2);
    /** What tells the call from all others, in all processes; empty if calls are not traced. */
    String mark = "";
    /** The mark of the call that led to this one, as far as a header says. */
    String caller = "";

    String headers = "";
    /** The outcome, or {@code null} while there is none. */
    String outcome;
    /** How long it took to the outcome. */
    long nanos;
    /** The heading of a call that has no other above it. */
    Node heading;
    /** Whether the call may get children: while it is on its thread, and of gRPC until it ends. */
    boolean running;
    /** Whether the call only repeated what had happened before. */
    boolean replay;
    /** How many calls below are replays and not listed. */
    int replays;

    /** A heading. */
    Node(String id) {
        this(null, null, id);
    }

    /** A call. */
    Node(Operation operation, String name, String id) {
        this.operation = operation;
        this.name = name;
        this.id = id;
    }

    /** Forgets what has been printed, but for calls that may get more children. */
    boolean forget() {
        children.removeIf(Node::forget);
        replays = 0;
        return !running && children.isEmpty();
    }

    /** Whether the call goes on after it has left its thread, and calls back. */
    boolean callsBack() {
        return operation.category() == Category.GRPC_CLIENT || operation.category() == Category.GRPC_SERVER;
    }

    /** Whether it, or a call below, may get more children. */
    boolean isActive() {
        return running || children.stream().anyMatch(Node::isActive);
    }

    /** Takes the oldest away of what is over below a call that is not. */
    Node takeOldest() {
        for (Node child : children) {
            if (!child.isActive()) {
                children.remove(child);
                return child;
            }
            Node taken = child.takeOldest();
            if (taken != null) {
                return taken;
            }
        }
        return null;
    }

    /** How many lines it takes. */
    int lines() {
        return 1 + children.stream().mapToInt(Node::lines).sum();
    }
}
