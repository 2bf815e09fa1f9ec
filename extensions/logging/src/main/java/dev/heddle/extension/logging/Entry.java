package dev.heddle.extension.logging;

import dev.heddle.api.Call;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.TemporalCall;
import java.util.Arrays;
import java.util.function.Function;

/**
 * What the application's lines can show of the call they belong to. The keys of Temporal's are those that its SDK uses on
 * the threads where it sets them, and OpenTelemetry's are its instrumentations'.
 */
enum Entry {
    NAMESPACE("Namespace", TemporalCall::namespace),
    TASK_QUEUE("TaskQueue", TemporalCall::taskQueue),
    WORKFLOW_ID("WorkflowId", TemporalCall::workflowId),
    RUN_ID("RunId", TemporalCall::runId),
    WORKFLOW_TYPE("WorkflowType", TemporalCall::workflowType),
    ATTEMPT("Attempt", Entry::attempt),
    ACTIVITY_ID("ActivityId", TemporalCall::activityId),
    ACTIVITY_TYPE("ActivityType", TemporalCall::activityType),
    UPDATE_NAME("UpdateName", TemporalCall::updateName),
    NEXUS_SERVICE("NexusService", TemporalCall::nexusService),
    NEXUS_OPERATION("NexusOperation", TemporalCall::nexusOperation),
    GRPC_METHOD("rpc.method", null),
    TRACE_ID("trace_id", null),
    SPAN_ID("span_id", null);

    private final String key;
    private final Function<TemporalCall, String> ofTemporal;

    Entry(String key, Function<TemporalCall, String> ofTemporal) {
        this.key = key;
        this.ofTemporal = ofTemporal;
    }

    private static String attempt(TemporalCall call) {
        return call.attempt() > 0 ? Integer.toString(call.attempt()) : null;
    }

    /** The key it has unless the operator gives it another. */
    String key() {
        return key;
    }

    /** Its value, or {@code null} where the call has none; those of a trace change while a call lasts. */
    String of(Call call) {
        if (ofTemporal != null) {
            return call instanceof TemporalCall temporal ? ofTemporal.apply(temporal) : null;
        }
        return this == GRPC_METHOD && call instanceof GrpcCall ? call.name() : null;
    }

    /**
     * The entry of a key.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Entry ofKey(String key) {
        for (Entry entry : values()) {
            if (entry.key.equals(key)) {
                return entry;
            }
        }
        throw new IllegalArgumentException("mdc has no entry '" + key + "'; there are "
                + String.join(", ", Arrays.stream(values()).map(Entry::key).toList()));
    }
}
