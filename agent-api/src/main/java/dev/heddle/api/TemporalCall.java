package dev.heddle.api;

import org.jspecify.annotations.Nullable;

/**
 * A call of Temporal: who is calling what. In a client the workflow is the one that the call is about; in a workflow,
 * an activity or a Nexus handler it is the one in which the call happens, and {@link #name()} and {@link #id()} are
 * what it asks for. Each accessor returns {@code null} where the call has no such thing.
 */
public interface TemporalCall extends Call {
    /** The namespace. */
    @Nullable
    String namespace();

    /** The workflow's ID. */
    @Nullable
    String workflowId();

    /** The workflow's run ID; in a client {@code null} means the latest run. */
    @Nullable
    String runId();

    /** The workflow's type. */
    @Nullable
    String workflowType();

    /** The task queue. */
    @Nullable
    String taskQueue();

    /** The attempt of the workflow or activity, from 1; 0 where there is none. */
    int attempt();

    /** The signal's name. */
    @Nullable
    String signalName();

    /** The query's name. */
    @Nullable
    String queryName();

    /** The update's name. */
    @Nullable
    String updateName();

    /** The activity's type. */
    @Nullable
    String activityType();

    /** The activity's ID. */
    @Nullable
    String activityId();

    /** The Nexus service. */
    @Nullable
    String nexusService();

    /** The Nexus operation. */
    @Nullable
    String nexusOperation();

    /** The Nexus endpoint. */
    @Nullable
    String nexusEndpoint();
}
