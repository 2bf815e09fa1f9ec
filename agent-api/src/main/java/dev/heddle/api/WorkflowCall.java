package dev.heddle.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that reaches a workflow or leaves one. It runs on a workflow thread: see {@link Interceptor} for what that
 * forbids. The methods here are safe on replay and add nothing to the history.
 *
 * <p>A {@linkplain RefusedException refusal} becomes a failure that is not retried: of the workflow, the query, the
 * update, or of the activity, child or other operation that was asked for. A refused signal is dropped with a line in
 * the log, because a signal has no caller to tell.
 */
public interface WorkflowCall extends TemporalCall {
    /**
     * Whether this repeats what happened before, or will be repeated because the thread is being taken down: the run leaves
     * this worker's cache, and what its code does in {@code finally} blocks is no outcome. Also {@code false} in queries, which
     * may follow a replay.
     */
    boolean replaying();

    /** Whether the workflow must not change now: in queries, validators, conditions and side effects. */
    boolean readOnly();

    /** When the run started, in the server's time. */
    @Nullable
    Instant runStartedAt();

    /** The workflow's time; the same on replay. */
    Instant currentTime();

    /** An ID that comes out the same on replay, made without touching the workflow's random numbers. */
    UUID newId();

    /** A logger that is silent on replay and writes to the application's SLF4J under the given name. */
    System.Logger logger(String name);
}
