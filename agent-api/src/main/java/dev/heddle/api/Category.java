package dev.heddle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a call passes between an application and its Temporal or gRPC library. A later Heddle may have more of them, so
 * do not expect to know all. Compare with {@code ==}; {@link Selector} has a constant for each.
 */
public final class Category {
    /** Filled by the constructor, before {@link #VALUES} takes them. */
    private static final List<Category> MADE = new ArrayList<>();

    /** Calls of Temporal's clients: workflow, schedule, activity, Nexus and activity completion. */
    public static final Category CLIENT = new Category("client", false, TemporalClientCall.class);
    /** What reaches a workflow: its execution, signals, queries, updates. */
    public static final Category WORKFLOW_INBOUND = new Category("workflow inbound", true, WorkflowCall.class);
    /** What a workflow asks for: activities, children, timers, Nexus operations, versions, side effects. */
    public static final Category WORKFLOW_OUTBOUND = new Category("workflow outbound", false, WorkflowCall.class);
    /** The execution of an activity, local ones included. */
    public static final Category ACTIVITY_INBOUND = new Category("activity inbound", true, ActivityCall.class);
    /** What an activity asks of its context: heartbeat, info, details, completion elsewhere. */
    public static final Category ACTIVITY_OUTBOUND = new Category("activity outbound", false, ActivityCall.class);
    /** The start or cancellation of a Nexus operation at its handler. */
    public static final Category NEXUS_INBOUND = new Category("nexus inbound", true, NexusCall.class);
    /** What a Nexus operation's handler asks of its context. */
    public static final Category NEXUS_OUTBOUND = new Category("nexus outbound", false, NexusCall.class);
    /** A call that leaves through a gRPC channel. */
    public static final Category GRPC_CLIENT = new Category("grpc client", false, GrpcClientCall.class);
    /** A call that arrives at a gRPC server. */
    public static final Category GRPC_SERVER = new Category("grpc server", true, GrpcServerCall.class);

    private static final List<Category> VALUES = List.copyOf(MADE);

    private final String name;
    private final boolean inbound;
    private final Class<? extends Call> callType;

    private Category(String name, boolean inbound, Class<? extends Call> callType) {
        this.name = name;
        this.inbound = inbound;
        this.callType = callType;
        MADE.add(this);
    }

    /** All of them, in the order of their declaration. */
    public static List<Category> values() {
        return VALUES;
    }

    /**
     * The category of a name, in the form of logs or of the constants here.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Category of(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
        for (Category category : VALUES) {
            if (category.name.equals(plain)) {
                return category;
            }
        }
        throw new IllegalArgumentException("no category '" + name + "'; there are " + VALUES);
    }

    /** The name as logs print it, such as {@code workflow outbound}. */
    public String name() {
        return name;
    }

    /** Whether calls of this category arrive at the application's code. */
    public boolean inbound() {
        return inbound;
    }

    /** Whether calls of this category leave the application's code. */
    public boolean outbound() {
        return !inbound;
    }

    /** What a call of this category is to its interceptors. */
    public Class<? extends Call> callType() {
        return callType;
    }

    /** The {@link #name()}. */
    @Override
    public String toString() {
        return name;
    }
}
