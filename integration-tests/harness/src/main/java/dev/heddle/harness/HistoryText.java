package dev.heddle.harness;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The history of a workflow that has called one activity and no more, as {@code temporal workflow show} writes it. */
public final class HistoryText {
    private static final String RUN = "20000000-0000-4000-8000-000000000001";

    /** With none of the flags by which an SDK knows what a later one has done. */
    private static final String TEMPLATE = """
            {"events": [
              {"eventId": "1", "eventTime": "2026-11-22T07:36:30Z", "eventType": "EVENT_TYPE_WORKFLOW_EXECUTION_STARTED",
               "workflowExecutionStartedEventAttributes": {"workflowType": {"name": "WORKFLOW"},
                 "taskQueue": {"name": "QUEUE"}, "input": PAYLOAD, "workflowTaskTimeout": "10s",
                 "originalExecutionRunId": "RUN", "firstExecutionRunId": "RUN", "attempt": 1}},
              {"eventId": "2", "eventTime": "2026-11-22T07:36:30Z", "eventType": "EVENT_TYPE_WORKFLOW_TASK_SCHEDULED",
               "workflowTaskScheduledEventAttributes": {"taskQueue": {"name": "QUEUE"}, "attempt": 1}},
              {"eventId": "3", "eventTime": "2026-11-22T07:36:31Z", "eventType": "EVENT_TYPE_WORKFLOW_TASK_STARTED",
               "workflowTaskStartedEventAttributes": {"scheduledEventId": "2"}},
              {"eventId": "4", "eventTime": "2026-11-22T07:36:31Z", "eventType": "EVENT_TYPE_WORKFLOW_TASK_COMPLETED",
               "workflowTaskCompletedEventAttributes": {"scheduledEventId": "2", "startedEventId": "3"}},
              {"eventId": "5", "eventTime": "2026-11-22T07:36:31Z", "eventType": "EVENT_TYPE_ACTIVITY_TASK_SCHEDULED",
               "activityTaskScheduledEventAttributes": {"activityId": "ID", "activityType": {"name": "ACTIVITY"},
                 "taskQueue": {"name": "QUEUE"}, "input": PAYLOAD, "workflowTaskCompletedEventId": "4"}},
              {"eventId": "6", "eventTime": "2026-11-22T07:36:32Z", "eventType": "EVENT_TYPE_ACTIVITY_TASK_STARTED",
               "activityTaskStartedEventAttributes": {"scheduledEventId": "5", "attempt": 1}},
              {"eventId": "7", "eventTime": "2026-11-22T07:36:32Z", "eventType": "EVENT_TYPE_ACTIVITY_TASK_COMPLETED",
               "activityTaskCompletedEventAttributes": {"result": PAYLOAD, "scheduledEventId": "5",
                 "startedEventId": "6"}},
              {"eventId": "8", "eventTime": "2026-11-22T07:36:32Z", "eventType": "EVENT_TYPE_WORKFLOW_TASK_SCHEDULED",
               "workflowTaskScheduledEventAttributes": {"taskQueue": {"name": "QUEUE"}, "attempt": 1}},
              {"eventId": "9", "eventTime": "2026-11-22T07:36:33Z", "eventType": "EVENT_TYPE_WORKFLOW_TASK_STARTED",
               "workflowTaskStartedEventAttributes": {"scheduledEventId": "8"}},
              {"eventId": "10", "eventTime": "2026-11-22T07:36:33Z", "eventType": "EVENT_TYPE_WORKFLOW_TASK_COMPLETED",
               "workflowTaskCompletedEventAttributes": {"scheduledEventId": "8", "startedEventId": "9"}},
              {"eventId": "11", "eventTime": "2026-11-22T07:36:33Z", "eventType": "EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED",
               "workflowExecutionCompletedEventAttributes": {"result": PAYLOAD, "workflowTaskCompletedEventId": "10"}}
            ]}
            """;

    /** The text {@code "one"} as JSON. */
    private static final String PAYLOAD =
            "{\"payloads\": [{\"metadata\": {\"encoding\": \"anNvbi9wbGFpbg==\"}, \"data\": \"Im9uZSI=\"}]}";

    private HistoryText() {}

    /** Both with one argument and a result, which are texts. */
    public static String ofOneActivity(String workflowType, String taskQueue, String activityType) {
        // The SDK names what a run asks for by a counter.
        UUID activity = UUID.nameUUIDFromBytes((RUN + ":0").getBytes(StandardCharsets.UTF_8));
        return TEMPLATE.replace("PAYLOAD", PAYLOAD)
                .replace("RUN", RUN)
                .replace("\"ID\"", "\"" + activity + "\"")
                .replace("\"WORKFLOW\"", "\"" + workflowType + "\"")
                .replace("QUEUE\"}", taskQueue + "\"}")
                .replace("\"ACTIVITY\"", "\"" + activityType + "\"");
    }
}
