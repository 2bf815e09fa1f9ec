package dev.heddle.extension.opentelemetrymetrics;

import dev.heddle.api.TemporalCall;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where something runs, and what: the attributes that the SDKs' own metrics have. */
record TypesKey(String namespace, String taskQueue, String workflowType, String activityType, String exception)
        implements Meter.Key {
    /** As the SDKs say that there is none. */
    private static final String NONE = "none";

    static TypesKey ofActivity(TemporalCall call) {
        return new TypesKey(call.namespace(), call.taskQueue(), call.workflowType(), call.activityType(), null);
    }

    static TypesKey ofWorkflow(TemporalCall call, String exception) {
        return new TypesKey(call.namespace(), call.taskQueue(), call.workflowType(), null, exception);
    }

    @Override
    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("namespace", orNone(namespace));
        attributes.put("task_queue", orNone(taskQueue));
        attributes.put("workflow_type", orNone(workflowType));
        if (activityType != null) {
            attributes.put("activity_type", activityType);
        }
        if (exception != null) {
            attributes.put("exception", exception);
        }
        return attributes;
    }

    private static String orNone(String value) {
        return value == null ? NONE : value;
    }
}
