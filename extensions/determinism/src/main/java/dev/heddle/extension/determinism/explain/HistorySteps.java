package dev.heddle.extension.determinism.explain;

import io.temporal.api.common.v1.Payloads;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.MarkerRecordedEventAttributes;
import java.util.ArrayList;
import java.util.List;

/** What a history has of what its workflow has asked for. */
final class HistorySteps {
    private HistorySteps() {}

    static List<Step> of(History history) {
        List<Step> steps = new ArrayList<>();
        for (HistoryEvent event : history.getEventsList()) {
            Step step = of(event);
            if (step != null) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** What tells the run from others where none has its ID: its type, and when it began. */
    static String run(History history) {
        HistoryEvent first = history.getEvents(0);
        long millis =
                first.getEventTime().getSeconds() * 1_000 + first.getEventTime().getNanos() / 1_000_000;
        return Traces.replay(
                first.getWorkflowExecutionStartedEventAttributes()
                        .getWorkflowType()
                        .getName(),
                millis);
    }

    private static Step of(HistoryEvent event) {
        return switch (event.getEventType()) {
            case EVENT_TYPE_ACTIVITY_TASK_SCHEDULED ->
                step(
                        event,
                        StepKind.ACTIVITY,
                        event.getActivityTaskScheduledEventAttributes()
                                .getActivityType()
                                .getName());
            case EVENT_TYPE_TIMER_STARTED -> step(event, StepKind.TIMER, null);
            case EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED ->
                step(
                        event,
                        StepKind.CHILD,
                        event.getStartChildWorkflowExecutionInitiatedEventAttributes()
                                .getWorkflowType()
                                .getName());
            case EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED ->
                step(
                        event,
                        StepKind.SIGNAL,
                        event.getSignalExternalWorkflowExecutionInitiatedEventAttributes()
                                .getSignalName());
            case EVENT_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED ->
                step(event, StepKind.CANCELLATION, null);
            case EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES -> step(event, StepKind.SEARCH_ATTRIBUTES, null);
            case EVENT_TYPE_MARKER_RECORDED -> marker(event, event.getMarkerRecordedEventAttributes());
            case EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_FAILED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW -> step(event, StepKind.END, null);
            default -> ofLaterVersions(event);
        };
    }

    /** What the versions of the SDK do not all have a name for. */
    private static Step ofLaterVersions(HistoryEvent event) {
        return switch (event.getEventType().name()) {
            case "EVENT_TYPE_NEXUS_OPERATION_SCHEDULED" -> step(event, StepKind.NEXUS, null);
            case "EVENT_TYPE_WORKFLOW_PROPERTIES_MODIFIED" -> step(event, StepKind.MEMO, null);
            default -> null;
        };
    }

    private static Step marker(HistoryEvent event, MarkerRecordedEventAttributes marker) {
        return switch (marker.getMarkerName()) {
            case "SideEffect" -> step(event, StepKind.SIDE_EFFECT, null);
            case "MutableSideEffect" -> step(event, StepKind.MUTABLE_SIDE_EFFECT, null);
            case "LocalActivity" -> step(event, StepKind.LOCAL_ACTIVITY, text(marker, "type"));
            case "Version" -> step(event, StepKind.VERSION, text(marker, "changeId"));
            default -> null;
        };
    }

    /** The SDK writes it as JSON, past whatever the application converts with. */
    private static String text(MarkerRecordedEventAttributes marker, String key) {
        Payloads payloads = marker.getDetailsMap().get(key);
        return payloads == null || payloads.getPayloadsCount() == 0
                ? null
                : payloads.getPayloads(0).getData().toStringUtf8().replace("\"", "");
    }

    private static Step step(HistoryEvent event, StepKind kind, String name) {
        return new Step(kind, name, event.getEventId(), null);
    }
}
