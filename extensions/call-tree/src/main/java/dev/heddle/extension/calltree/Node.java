package dev.heddle.extension.calltree;

import dev.heddle.api.Operation;
import java.util.ArrayList;
import java.util.List;

/** A call, or a workflow over the calls that belong to it. Guarded by its {@link Tree}. */
final class Node {
    /** The operation; {@code null} for a workflow. */
    final Operation operation;

    final String name;
    final String id;
    final List<Node> children = new ArrayList<>(2);
    String headers = "";
    /** The outcome, or {@code null} while there is none. */
    String outcome;
    /** How long it took to the outcome. */
    long nanos;
    /** Whether the call is still on its thread. */
    boolean running;
    /** Whether the call only repeated what had happened before. */
    boolean replay;
    /** How many calls below are replays and not listed. */
    int replays;

    /** A workflow. */
    Node(String id) {
        this(null, null, id);
    }

    /** A call. */
    Node(Operation operation, String name, String id) {
        this.operation = operation;
        this.name = name;
        this.id = id;
    }

    /** Forgets what has been printed, but for calls on their threads, which may get more children. */
    boolean forget() {
        children.removeIf(Node::forget);
        replays = 0;
        return !running && children.isEmpty();
    }

    /** How many lines it takes. */
    int lines() {
        return 1 + children.stream().mapToInt(Node::lines).sum();
    }
}
