package dev.heddle.agent.call.temporal;

import io.nexusrpc.handler.OperationContext;
import io.temporal.common.interceptors.NexusOperationOutboundCallsInterceptor;

/** One Nexus operation at its handler. */
final class NexusCaller extends Caller {
    private final Accessors accessors;
    private final OperationContext operation;
    private Object info;

    NexusCaller(SdkRuntime runtime, OperationContext operation) {
        this.operation = operation;
        this.accessors = runtime.identities().nexus();
    }

    @Override
    Caller inner(SdkInterface sdkInterface, Object known) {
        if (sdkInterface == SdkInterface.NEXUS_OUTBOUND && accessors != null) {
            info = ((NexusOperationOutboundCallsInterceptor) known).getInfo();
        }
        return this;
    }

    OperationContext operation() {
        return operation;
    }

    @Override
    Object read(Property property) {
        if (property == Property.NEXUS_SERVICE) {
            return operation.getService();
        }
        if (property == Property.NEXUS_OPERATION) {
            return operation.getOperation();
        }
        return info == null ? null : accessors.read(property, info);
    }
}
