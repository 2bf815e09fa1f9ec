package dev.heddle.agent.call.temporal;

import dev.heddle.api.WorkflowCall;
import java.time.Instant;
import java.util.UUID;

/** Another interceptor's view of a workflow's call. */
final class InnerWorkflowCall extends InnerTemporalCall implements WorkflowCall {
    InnerWorkflowCall(InterceptedWorkflowCall call) {
        super(call);
    }

    @Override
    InterceptedWorkflowCall intercepted() {
        return (InterceptedWorkflowCall) call();
    }

    @Override
    public boolean replaying() {
        return intercepted().replaying();
    }

    @Override
    public boolean readOnly() {
        return intercepted().readOnly();
    }

    @Override
    public Instant runStartedAt() {
        return intercepted().runStartedAt();
    }

    @Override
    public Instant currentTime() {
        return intercepted().currentTime();
    }

    @Override
    public UUID newId() {
        return intercepted().newId();
    }

    @Override
    public System.Logger logger(String name) {
        return intercepted().logger(name);
    }
}
