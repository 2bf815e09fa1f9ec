package dev.heddle.soak;

/** The two ends of a call. */
public enum End {
    /** Where it leaves: a gRPC channel, Temporal's client, a workflow that wants an activity. */
    CALLER,
    /** Where it arrives: a gRPC server, a workflow, an activity. */
    CALLEE
}
