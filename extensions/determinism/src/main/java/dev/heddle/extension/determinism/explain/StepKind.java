package dev.heddle.extension.determinism.explain;

import java.util.Set;

/** What a workflow asks the server for: a command of its code, and an event of its history. */
enum StepKind {
    ACTIVITY("activity", "SCHEDULE_ACTIVITY_TASK", "executeActivity"),
    LOCAL_ACTIVITY("local activity", "RECORD_MARKER", "executeLocalActivity"),
    TIMER("timer", "START_TIMER", "newTimer", "sleep", "await"),
    CHILD("child workflow", "START_CHILD_WORKFLOW_EXECUTION", "executeChildWorkflow"),
    NEXUS("Nexus operation", "SCHEDULE_NEXUS_OPERATION", "executeNexusOperation"),
    SIGNAL("signal", "SIGNAL_EXTERNAL_WORKFLOW_EXECUTION", "signalExternalWorkflow"),
    CANCELLATION("cancellation of a workflow", "REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION", "cancelWorkflow"),
    SIDE_EFFECT("side effect", "RECORD_MARKER", "sideEffect"),
    MUTABLE_SIDE_EFFECT("mutable side effect", "RECORD_MARKER", "mutableSideEffect"),
    VERSION("version of change", "RECORD_MARKER", "getVersion"),
    SEARCH_ATTRIBUTES(
            "search attributes",
            "UPSERT_WORKFLOW_SEARCH_ATTRIBUTES",
            "upsertSearchAttributes",
            "upsertTypedSearchAttributes"),
    MEMO("memo", "MODIFY_WORKFLOW_PROPERTIES", "upsertMemo"),
    END("end of the workflow", "_WORKFLOW_EXECUTION", "continueAsNew");

    private final String words;
    private final String command;
    private final Set<String> operations;

    StepKind(String words, String command, String... operations) {
        this.words = words;
        this.command = command;
        this.operations = Set.of(operations);
    }

    /** In words. */
    String words() {
        return words;
    }

    /** Whether a command is one of these, by the name that the SDK has for its type. */
    boolean isOf(String commandType) {
        String type = commandType.substring(commandType.indexOf("TYPE_") + "TYPE_".length());
        return this == END
                ? Set.of("COMPLETE" + command, "FAIL" + command, "CANCEL" + command, "CONTINUE_AS_NEW" + command)
                        .contains(type)
                : type.equals(command);
    }

    /** Whether the order of these in a history is that in which the code asks, and each has one event. */
    boolean isInOrder() {
        return this != LOCAL_ACTIVITY && this != MUTABLE_SIDE_EFFECT && this != VERSION;
    }

    /** The kind of what an operation asks for, or {@code null}. */
    static StepKind ofOperation(String operation) {
        for (StepKind kind : values()) {
            if (kind.operations.contains(operation)) {
                return kind;
            }
        }
        return null;
    }

    /** The names of all operations. */
    static String[] operations() {
        return java.util.Arrays.stream(values())
                .flatMap(kind -> kind.operations.stream())
                .toArray(String[]::new);
    }
}
