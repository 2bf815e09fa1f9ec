package dev.heddle.agent.replay.temporal;

import dev.heddle.agent.replay.History;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.MarkerRecordedEventAttributes;
import java.util.Map;
import java.util.TreeMap;

/** What a history says of itself, without being replayed. */
final class HistoryFacts {
    private static final String VERSION_MARKER = "Version";

    private HistoryFacts() {}

    static History.Facts of(io.temporal.api.history.v1.History history) {
        int largest = 0;
        Map<String, Integer> versions = new TreeMap<>();
        for (HistoryEvent event : history.getEventsList()) {
            largest = Math.max(largest, event.getSerializedSize());
            MarkerRecordedEventAttributes marker = event.getMarkerRecordedEventAttributes();
            if (marker.getMarkerName().equals(VERSION_MARKER)) {
                addVersion(marker.getDetailsMap(), versions);
            }
        }
        return new History.Facts(
                history.getEventsCount(),
                history.getSerializedSize(),
                largest,
                isOpen(history.getEvents(history.getEventsCount() - 1).getEventType()),
                versions);
    }

    /** The SDK writes both as JSON, past whatever the application converts with. */
    private static void addVersion(Map<String, Payloads> details, Map<String, Integer> versions) {
        String change = text(details.get("changeId"));
        String version = text(details.get("version"));
        if (change != null && version != null && version.matches("-?\\d{1,9}")) {
            versions.put(change.replace("\"", ""), Integer.valueOf(version));
        }
    }

    private static String text(Payloads payloads) {
        return payloads == null || payloads.getPayloadsCount() == 0
                ? null
                : payloads.getPayloads(0).getData().toStringUtf8();
    }

    private static boolean isOpen(EventType last) {
        return switch (last) {
            case EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_FAILED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT,
                    EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW -> false;
            default -> true;
        };
    }
}
