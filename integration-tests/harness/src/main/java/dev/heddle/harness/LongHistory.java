package dev.heddle.harness;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * The history of a workflow that has called an activity again and again, each time with {@code "one"}, as {@code temporal
 * workflow show} writes it: as many events, or as large ones, as wanted. Its argument is the number of times.
 */
public final class LongHistory {
    private static final String RUN = "20000000-0000-4000-8000-000000000002";
    private static final int EVENTS_OF_ONE = 6;

    private final StringBuilder json = new StringBuilder("{\"events\": [");
    private final String queue;
    private int events;

    private LongHistory(String queue) {
        this.queue = "{\"name\": \"" + queue + "\"}";
    }

    /** So many times, with results that are texts of so many letters. */
    public static String of(String workflowType, String taskQueue, String activityType, int times, int letters) {
        LongHistory history = new LongHistory(taskQueue);
        history.write(workflowType, activityType, times, letters);
        return history.json.append("\n]}\n").toString();
    }

    /** How many events it has. */
    public static int events(int times) {
        return 1 + EVENTS_OF_ONE * times + 4;
    }

    private void write(String workflowType, String activityType, int times, int letters) {
        event(
                "WORKFLOW_EXECUTION_STARTED",
                "workflowExecutionStarted",
                "\"workflowType\": {\"name\": \"%s\"}, \"taskQueue\": %s, \"input\": %s, \"workflowTaskTimeout\": \"10s\","
                                .formatted(workflowType, queue, payload(String.valueOf(times)))
                        + " \"originalExecutionRunId\": \"%1$s\", \"firstExecutionRunId\": \"%1$s\", \"attempt\": 1"
                                .formatted(RUN));
        String result = payload('"' + "x".repeat(letters) + '"');
        for (int i = 0; i < times; i++) {
            activity(activityType, i, result);
        }
        int completed = task();
        event(
                "WORKFLOW_EXECUTION_COMPLETED",
                "workflowExecutionCompleted",
                "\"result\": %s, \"workflowTaskCompletedEventId\": \"%d\""
                        .formatted(payload(String.valueOf((long) times * letters)), completed));
    }

    private void activity(String type, int number, String result) {
        int completed = task();
        // The SDK names what a run asks for by a counter.
        UUID id = UUID.nameUUIDFromBytes((RUN + ':' + number).getBytes(StandardCharsets.UTF_8));
        int scheduled = event(
                "ACTIVITY_TASK_SCHEDULED",
                "activityTaskScheduled",
                "\"activityId\": \"%s\", \"activityType\": {\"name\": \"%s\"}, \"taskQueue\": %s, \"input\": %s,"
                                .formatted(id, type, queue, payload("\"one\""))
                        + " \"workflowTaskCompletedEventId\": \"" + completed + '"');
        int started = event(
                "ACTIVITY_TASK_STARTED",
                "activityTaskStarted",
                "\"scheduledEventId\": \"%d\", \"attempt\": 1".formatted(scheduled));
        event(
                "ACTIVITY_TASK_COMPLETED",
                "activityTaskCompleted",
                "\"result\": " + result
                        + ", \"scheduledEventId\": \"%d\", \"startedEventId\": \"%d\"".formatted(scheduled, started));
    }

    private int task() {
        int scheduled = event(
                "WORKFLOW_TASK_SCHEDULED", "workflowTaskScheduled", "\"taskQueue\": " + queue + ", \"attempt\": 1");
        int started = event(
                "WORKFLOW_TASK_STARTED", "workflowTaskStarted", "\"scheduledEventId\": \"%d\"".formatted(scheduled));
        return event(
                "WORKFLOW_TASK_COMPLETED",
                "workflowTaskCompleted",
                "\"scheduledEventId\": \"%d\", \"startedEventId\": \"%d\"".formatted(scheduled, started));
    }

    private int event(String type, String attributes, String values) {
        json.append(events == 0 ? "\n" : ",\n")
                .append("{\"eventId\": \"")
                .append(++events)
                .append("\", \"eventTime\": \"2026-11-22T07:36:30Z\", \"eventType\": \"EVENT_TYPE_")
                .append(type)
                .append("\", \"")
                .append(attributes)
                .append("EventAttributes\": {")
                .append(values)
                .append("}}");
        return events;
    }

    private static String payload(String json) {
        return "{\"payloads\": [{\"metadata\": {\"encoding\": \"anNvbi9wbGFpbg==\"}, \"data\": \""
                + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)) + "\"}]}";
    }
}
