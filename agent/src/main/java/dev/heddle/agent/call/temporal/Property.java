package dev.heddle.agent.call.temporal;

/**
 * What a call's input or a context's info may tell of its identity, and under which names the SDK's versions have it.
 * A path is a chain of getters; {@code name:Class} goes on only if the value is of that class of the SDK.
 */
public enum Property {
    NAMESPACE("namespace", "workflowNamespace", "activityNamespace"),
    WORKFLOW_ID("workflowId", "workflowExecution.workflowId", "execution.workflowId", "workflowStartInput.workflowId"),
    RUN_ID("runId", "workflowExecution.runId", "execution.runId", "workflowRunId"),
    WORKFLOW_TYPE("workflowType", "workflowStartInput.workflowType", Scheduled.ACTION + ".workflowType"),
    TASK_QUEUE(
            "taskQueue",
            "activityTaskQueue",
            "options.taskQueue",
            "workflowStartInput.options.taskQueue",
            Scheduled.ACTION + ".options.taskQueue"),
    ATTEMPT("attempt"),
    SIGNAL_NAME("signalName"),
    QUERY_NAME("queryType", "queryName"),
    UPDATE_NAME("updateName", "startUpdateInput.updateName"),
    UPDATE_ID("updateId", "startUpdateInput.updateId"),
    ACTIVITY_TYPE("activityType", "activityName"),
    ACTIVITY_ID("activityId", "id", "options.id"),
    SCHEDULE_ID("scheduleId", "id", "description.id"),
    NEXUS_SERVICE("service", "operationContext.service"),
    NEXUS_OPERATION("operation", "operationContext.operation"),
    NEXUS_OPERATION_ID("operationId", "options.id"),
    NEXUS_ENDPOINT("endpoint"),
    REQUEST_ID("startDetails.requestId"),
    SCHEDULED_AT("scheduledTimestamp"),
    ATTEMPT_SCHEDULED_AT("currentAttemptScheduledTimestamp"),
    STARTED_AT("startedTimestamp"),
    RETRY_OPTIONS("retryOptions"),
    LOCAL("local"),
    RUN_STARTED_AT("runStartedTimestampMillis"),
    /** The SDK's {@code Header}. */
    HEADER(
            "header",
            "startUpdateInput.header",
            "workflowStartInput.header",
            Scheduled.ACTION + ".header",
            "description." + Scheduled.ACTION + ".header"),
    /** The second {@code Header} of an update with start. */
    START_HEADER("workflowStartInput.header"),
    /** A map of strings, as Nexus has them. */
    STRING_HEADERS("headers", "operationContext.headers"),
    /** The class that the application wants the result as. */
    RESULT_CLASS("resultClass");

    private final String[][] paths;

    Property(String... paths) {
        this.paths = new String[paths.length][];
        for (int i = 0; i < paths.length; i++) {
            this.paths[i] = paths[i].split("\\.");
        }
    }

    /** The one kind of action that a schedule has. */
    private static final class Scheduled {
        static final String ACTION = "schedule.action:io/temporal/client/schedules/ScheduleActionStartWorkflow";
    }

    /** The candidates, the likeliest first, each by its steps. */
    public String[][] paths() {
        return paths.clone();
    }
}
