package dev.heddle.agent.call.temporal;

import dev.heddle.api.TemporalClientCall;

/** Another interceptor's view of a client's call. */
final class InnerClientCall extends InnerTemporalCall implements TemporalClientCall {
    InnerClientCall(InterceptedClientCall call) {
        super(call);
    }

    @Override
    InterceptedClientCall intercepted() {
        return (InterceptedClientCall) call();
    }

    @Override
    public String updateId() {
        return intercepted().updateId();
    }

    @Override
    public String scheduleId() {
        return intercepted().scheduleId();
    }
}
