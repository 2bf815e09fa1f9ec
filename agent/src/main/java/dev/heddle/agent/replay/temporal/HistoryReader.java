package dev.heddle.agent.replay.temporal;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.heddle.agent.replay.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import java.lang.reflect.Constructor;

/** Makes what the SDK replays of JSON, and of what a server has sent. */
final class HistoryReader {
    private static final String PUBLIC = "io.temporal.common.WorkflowExecutionHistory"; // from 1.18 on
    private static final String INTERNAL = "io.temporal.internal.common.WorkflowExecutionHistory";

    private final Class<?> type;

    HistoryReader(ClassLoader sdk) throws ClassNotFoundException {
        Class<?> found;
        try {
            found = Class.forName(PUBLIC, true, sdk);
        } catch (ClassNotFoundException before) {
            found = Class.forName(INTERNAL, true, sdk);
        }
        type = found;
    }

    /** The SDK's own type of a history. */
    Class<?> type() {
        return type;
    }

    /** Of JSON: an object with the events, or they alone. */
    History read(String place, String json) throws Exception {
        String object = json.stripLeading().startsWith("[") ? "{\"events\":" + json + "}" : json;
        io.temporal.api.history.v1.History.Builder history = io.temporal.api.history.v1.History.newBuilder();
        JsonFormat.parser().ignoringUnknownFields().merge(ShortNames.expand(object), history);
        if (history.getEventsCount() == 0) {
            throw new InvalidProtocolBufferException("it has no events");
        }
        return of(place, null, history.build());
    }

    /** As JSON, which can be read again. */
    static String json(History history) throws InvalidProtocolBufferException {
        return JsonFormat.printer().print((io.temporal.api.history.v1.History) history.content());
    }

    /** Of events; the workflow's ID is in the first, but for former servers. */
    static History of(String place, String workflowId, io.temporal.api.history.v1.History history)
            throws InvalidProtocolBufferException {
        HistoryEvent first = history.getEvents(0);
        if (!first.hasWorkflowExecutionStartedEventAttributes()) {
            throw new InvalidProtocolBufferException("it does not begin with the start of the workflow but with event "
                    + first.getEventId() + ", " + first.getEventType());
        }
        requireWhole(history);
        WorkflowExecutionStartedEventAttributes started = first.getWorkflowExecutionStartedEventAttributes();
        String id = workflowId == null ? workflowId(started) : workflowId;
        return new History(
                place,
                id,
                started.getWorkflowType().getName(),
                started.getTaskQueue().getName(),
                HistoryFacts.of(history),
                history);
    }

    /** An older SDK replays one that lacks events, and takes what comes of that for the code's fault. */
    private static void requireWhole(io.temporal.api.history.v1.History history) throws InvalidProtocolBufferException {
        long expected = 1;
        for (HistoryEvent event : history.getEventsList()) {
            if (event.getEventId() != expected) {
                throw new InvalidProtocolBufferException("it is not whole: where event " + expected
                        + " should be there is event " + event.getEventId() + ", " + event.getEventType());
            }
            expected++;
        }
    }

    private static String workflowId(WorkflowExecutionStartedEventAttributes started) {
        FieldDescriptor field =
                WorkflowExecutionStartedEventAttributes.getDescriptor().findFieldByName("workflow_id");
        String id = field == null ? "" : (String) started.getField(field);
        return id.isEmpty() ? null : id;
    }

    /** What the SDK replays, with the workflow's ID where that is known. */
    Object ofSdk(History history) throws ReflectiveOperationException {
        for (Constructor<?> constructor : type.getConstructors()) {
            if (history.workflowId() != null && constructor.getParameterCount() == 2) {
                return constructor.newInstance(history.content(), history.workflowId());
            }
        }
        return type.getConstructor(io.temporal.api.history.v1.History.class).newInstance(history.content());
    }
}
