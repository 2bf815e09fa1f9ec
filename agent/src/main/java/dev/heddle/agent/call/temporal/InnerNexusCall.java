package dev.heddle.agent.call.temporal;

import dev.heddle.api.NexusCall;

/** Another interceptor's view of a call of Nexus. */
final class InnerNexusCall extends InnerTemporalCall implements NexusCall {
    InnerNexusCall(InterceptedNexusCall call) {
        super(call);
    }

    @Override
    InterceptedNexusCall intercepted() {
        return (InterceptedNexusCall) call();
    }

    @Override
    public String requestId() {
        return intercepted().requestId();
    }
}
