package dev.heddle.agent.call;

import dev.heddle.api.Category;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Operation;
import java.util.List;
import java.util.Objects;

/**
 * The interceptors of one operation, outermost first. An operation that nobody wants has no chain, unless the adapter
 * itself must know when such a call begins and ends. Immutable.
 */
public final class Chain {
    static {
        // A method whose types are not loaded is inlined nowhere; every call comes by these, and few load them.
        Objects.requireNonNull(Interceptor.class);
        Objects.requireNonNull(Completions.class);
    }

    final Link[] links;
    private final Operation operation;
    private final boolean confined;

    /** Made when the library builds its own chain; that of nobody is for no operation. */
    public Chain(Operation operation, List<Link> links) {
        this.operation = operation;
        this.links = links.toArray(new Link[0]);
        Category category = operation == null ? null : operation.category();
        this.confined = category == Category.WORKFLOW_INBOUND || category == Category.WORKFLOW_OUTBOUND;
    }

    /** Whether no interceptor is in it. */
    public boolean isEmpty() {
        return links.length == 0;
    }

    /** Whether a call must stay on its thread, as a workflow's must. */
    boolean confined() {
        return confined;
    }

    /** How many interceptors are in it. */
    public int size() {
        return links.length;
    }

    /** The interceptor at a position. */
    public Link link(int position) {
        return links[position];
    }

    /** What the chain intercepts. */
    public Operation operation() {
        return operation;
    }
}
