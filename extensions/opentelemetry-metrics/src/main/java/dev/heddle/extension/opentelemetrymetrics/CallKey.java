package dev.heddle.extension.opentelemetrymetrics;

import dev.heddle.api.Operation;
import dev.heddle.api.TemporalCall;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What tells calls of Temporal apart: nothing that is an ID. Under which attribute the name of what is called stands
 * follows from the operation, so it takes no part in the comparison.
 */
record CallKey(
        Operation operation,
        String nameIs,
        String name,
        String namespace,
        String taskQueue,
        String workflowType,
        String outcome,
        String exception)
        implements Meter.Key {
    static final String OK = "ok";

    static CallKey of(TemporalCall call, String outcome, String exception) {
        String workflowType = call.workflowType();
        String nameIs = nameIs(call);
        return new CallKey(
                call.operation(),
                nameIs,
                nameIs == null ? null : call.name(),
                call.namespace(),
                call.taskQueue(),
                workflowType,
                outcome,
                exception);
    }

    /** The attribute of the SDKs for what is called; {@code null} where it is the workflow, which has its own. */
    private static String nameIs(TemporalCall call) {
        return switch (call.operation().name()) {
            case "execute", "executeActivity", "executeLocalActivity", "startActivity" ->
                call.activityType() == null ? null : "activity_type";
            case "handleSignal", "signal", "signalWithStart", "signalExternalWorkflow" -> "signal_name";
            case "handleQuery", "query" -> "query_type";
            case "executeUpdate", "validateUpdate", "startUpdate", "updateWithStart" -> "update_name";
            case "executeChildWorkflow" -> "child_workflow_type";
            case "startOperation", "cancelOperation", "executeNexusOperation", "startNexusOperationExecution" ->
                "nexus_operation";
            default -> null;
        };
    }

    /** Of texts that know theirs, so that nothing is allocated for it. */
    @Override
    public int hashCode() {
        int hash = operation.name().hashCode() * 31 + outcome.hashCode();
        hash = hash * 31 + hash(name);
        hash = hash * 31 + hash(namespace);
        hash = hash * 31 + hash(taskQueue);
        hash = hash * 31 + hash(workflowType);
        return hash * 31 + hash(exception);
    }

    private static int hash(String text) {
        return text == null ? 0 : text.hashCode();
    }

    @Override
    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("category", operation.category().name());
        attributes.put("operation", operation.name());
        put(attributes, "namespace", namespace);
        put(attributes, "task_queue", taskQueue);
        put(attributes, "workflow_type", workflowType);
        if (nameIs != null) {
            put(attributes, nameIs, name);
        }
        put(attributes, "outcome", outcome);
        put(attributes, "exception", exception);
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }
}
