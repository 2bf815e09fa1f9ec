package dev.heddle.agent.call.temporal;

import io.temporal.common.interceptors.NexusOperationOutboundCallsInterceptor;

/** One Nexus operation at its handler. */
final class NexusScope extends Scope {
    private final Shape shape;
    private Object info;

    NexusScope(SdkRuntime runtime) {
        this.shape = runtime.identities().nexus();
    }

    @Override
    Scope inner(Surface surface, Object target) {
        if (surface == Surface.NEXUS_OUTBOUND && shape != null) {
            info = ((NexusOperationOutboundCallsInterceptor) target).getInfo();
        }
        return this;
    }

    @Override
    InterceptedCall call(Adapter adapter, SdkMethod method, Object source) {
        return new InterceptedNexusCall(adapter, this, method, source);
    }

    @Override
    Object read(Property property) {
        return info == null ? null : shape.read(property, info);
    }
}
