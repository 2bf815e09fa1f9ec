package dev.heddle.api;

/**
 * A call of Temporal: who is calling what. In a client the workflow is the one that the call is about; in a workflow,
 * an activity or a Nexus handler it is the one in which the call happens, and {@link #name()} and {@link #id()} are
 * what it asks for. Each accessor returns {@code null} where the call has no such thing.
 */
public interface TemporalCall extends Call {
    /** The namespace. */
    String namespace();

    /** The workflow's ID. */
    String workflowId();

    /** The workflow's run ID; in a client {@code null} means the latest run. */
    String runId();

    /** The workflow's type. */
    String workflowType();

    /** The task queue. */
    String taskQueue();

    /** The attempt of the workflow or activity, from 1; 0 where there is none. */
    int attempt();

    /** The signal's name. */
    String signalName();

    /** The query's name. */
    String queryName();

    /** The update's name. */
    String updateName();

    /** The activity's type. */
    String activityType();

    /** The activity's ID. */
    String activityId();

    /** The Nexus service. */
    String nexusService();

    /** The Nexus operation. */
    String nexusOperation();

    /** The Nexus endpoint. */
    String nexusEndpoint();
}
