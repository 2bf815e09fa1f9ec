package dev.heddle.api;

/** Where a call passes between an application and its Temporal or gRPC library. */
public enum Category {
    /** Calls of Temporal's clients: workflow, schedule, activity, Nexus and activity completion. */
    CLIENT(Direction.OUTBOUND),
    /** What reaches a workflow: its execution, signals, queries, updates. */
    WORKFLOW_INBOUND(Direction.INBOUND),
    /** What a workflow asks for: activities, children, timers, Nexus operations, versions, side effects. */
    WORKFLOW_OUTBOUND(Direction.OUTBOUND),
    /** The execution of an activity, local ones included. */
    ACTIVITY_INBOUND(Direction.INBOUND),
    /** What an activity asks of its context: heartbeat, info, details, completion elsewhere. */
    ACTIVITY_OUTBOUND(Direction.OUTBOUND),
    /** The start or cancellation of a Nexus operation at its handler. */
    NEXUS_INBOUND(Direction.INBOUND),
    /** What a Nexus operation's handler asks of its context. */
    NEXUS_OUTBOUND(Direction.OUTBOUND),
    /** A call that leaves through a gRPC channel. */
    GRPC_CLIENT(Direction.OUTBOUND),
    /** A call that arrives at a gRPC server. */
    GRPC_SERVER(Direction.INBOUND);

    private final Direction direction;

    Category(Direction direction) {
        this.direction = direction;
    }

    /** Says whether calls of this category arrive at the application's code. */
    public boolean inbound() {
        return direction == Direction.INBOUND;
    }

    /** Says whether calls of this category leave the application's code. */
    public boolean outbound() {
        return direction == Direction.OUTBOUND;
    }

    private enum Direction {
        INBOUND,
        OUTBOUND
    }
}
