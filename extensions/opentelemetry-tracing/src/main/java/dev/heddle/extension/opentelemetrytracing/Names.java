package dev.heddle.extension.opentelemetrytracing;

/** Attributes, as the other SDKs name them. */
final class Names {
    static final String WORKFLOW_ID = "temporalWorkflowID";
    static final String RUN_ID = "temporalRunID";
    static final String ACTIVITY_ID = "temporalActivityID";
    static final String UPDATE_ID = "temporalUpdateID";
    static final String NEXUS_SERVICE = "temporalNexusService";
    static final String NEXUS_OPERATION = "temporalNexusOperation";
    static final String NEXUS_ENDPOINT = "temporalNexusEndpoint";

    private Names() {}
}
