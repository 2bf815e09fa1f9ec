package dev.heddle.agent.call.temporal;

import io.nexusrpc.handler.OperationContext;
import io.temporal.common.interceptors.NexusOperationOutboundCallsInterceptor;

/** One Nexus operation at its handler. */
final class NexusScope extends Scope {
    private final Shape shape;
    private final OperationContext operation;
    private Object info;

    NexusScope(SdkRuntime runtime, OperationContext operation) {
        this.operation = operation;
        this.shape = runtime.identities().nexus();
    }

    @Override
    Scope inner(Surface surface, Object known) {
        if (surface == Surface.NEXUS_OUTBOUND && shape != null) {
            info = ((NexusOperationOutboundCallsInterceptor) known).getInfo();
        }
        return this;
    }

    @Override
    InterceptedCall call(Adapter adapter, SdkMethod method, Object source) {
        return new InterceptedNexusCall(adapter, method, source);
    }

    @Override
    Object read(Property property) {
        return switch (property) {
            case NEXUS_SERVICE -> operation.getService();
            case NEXUS_OPERATION -> operation.getOperation();
            default -> info == null ? null : shape.read(property, info);
        };
    }
}
