package dev.heddle.soak;

/** What can happen to a call. */
public enum Fault {
    /** Nothing. */
    NONE,
    /** An interceptor throws by accident before it goes on, and is skipped. */
    THROW_BEFORE,
    /** An interceptor throws by accident after it has gone on, and the call's own outcome stands. */
    THROW_AFTER,
    /** The stage that an interceptor has made of the reply fails by accident, and the call's own outcome stands. */
    THROW_LATER,
    /** An interceptor refuses. */
    REFUSE,
    /** An interceptor ends a gRPC call with ABORTED. */
    STATUS,
    /** An interceptor takes its time: in gRPC by a stage, else on the thread. */
    SLOW,
    /** An interceptor answers in the callee's place. */
    ANSWER,
    /** The caller's interceptor tries again what the callee's refuses the first time. */
    RETRY,
    /** The caller gives up, of a gRPC call at some moment, of a workflow when it runs. */
    CANCEL,
    /** The callee's interceptor takes longer than the caller's deadline allows. */
    DEADLINE,
    /** The handler fails, of an activity the first time. */
    HANDLER_FAILS
}
