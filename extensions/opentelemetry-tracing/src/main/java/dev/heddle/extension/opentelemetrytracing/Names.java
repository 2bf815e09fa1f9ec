package dev.heddle.extension.opentelemetrytracing;

import io.opentelemetry.api.common.AttributeKey;

/** Attributes, as the other SDKs name them, and gRPC's by the semantic conventions. */
final class Names {
    static final AttributeKey<String> WORKFLOW_ID = AttributeKey.stringKey("temporalWorkflowID");
    static final AttributeKey<String> RUN_ID = AttributeKey.stringKey("temporalRunID");
    static final AttributeKey<String> ACTIVITY_ID = AttributeKey.stringKey("temporalActivityID");
    static final AttributeKey<String> UPDATE_ID = AttributeKey.stringKey("temporalUpdateID");
    static final AttributeKey<String> NEXUS_SERVICE = AttributeKey.stringKey("temporalNexusService");
    static final AttributeKey<String> NEXUS_OPERATION = AttributeKey.stringKey("temporalNexusOperation");
    static final AttributeKey<String> NEXUS_ENDPOINT = AttributeKey.stringKey("temporalNexusEndpoint");

    static final AttributeKey<String> RPC_SYSTEM = AttributeKey.stringKey("rpc.system.name");
    static final AttributeKey<String> RPC_METHOD = AttributeKey.stringKey("rpc.method");
    static final AttributeKey<String> RPC_STATUS = AttributeKey.stringKey("rpc.status_code");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");
    static final AttributeKey<String> SERVER_PORT = AttributeKey.stringKey("server.port");

    private Names() {}
}
