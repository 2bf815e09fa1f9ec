package dev.heddle.agent.call.temporal;

import dev.heddle.api.Category;
import dev.heddle.api.WorkflowCall;
import java.util.UUID;

/** A call that reaches a workflow or leaves it. */
final class InterceptedWorkflowCall extends InterceptedCall implements WorkflowCall {
    InterceptedWorkflowCall(Adapter adapter, SdkMethod method, Object source) {
        super(adapter, method, source);
    }

    @Override
    WorkflowScope scope() {
        return (WorkflowScope) super.scope();
    }

    /**
     * What an interceptor asks of the SDK is its own and goes straight on: it would otherwise meet itself again. What
     * happens beyond the chain while the call is under way is the workflow's.
     */
    @Override
    Object run() throws Throwable {
        WorkflowScope scope = scope();
        boolean readOnly = method().restrictsWorkflow();
        boolean query = readOnly && queryName() != null;
        if (readOnly) {
            scope.beginReadOnly(query);
        }
        boolean before = scope.setIntercepting(true);
        try {
            return super.run();
        } finally {
            scope.setIntercepting(before);
            if (readOnly) {
                scope.endReadOnly(query);
            }
        }
    }

    /** Errors end workflow threads, or a workflow task that the server tries again. */
    @Override
    boolean ends(Throwable thrown) {
        return thrown instanceof Exception;
    }

    @Override
    protected Object arrive() throws Throwable {
        WorkflowScope scope = scope();
        boolean before = scope.setIntercepting(false);
        try {
            return super.arrive();
        } finally {
            scope.setIntercepting(before);
        }
    }

    /** An error fails the workflow task, which the server tries again; nothing that a workflow catches by accident. */
    @Override
    protected Throwable guardFailed(String extension, Throwable cause) {
        return new GuardFailedError(extension, operation(), cause);
    }

    @Override
    public String name() {
        if (operation().category() == Category.WORKFLOW_INBOUND) {
            String name = firstOf(signalName(), queryName(), updateName());
            return name == null ? workflowType() : name;
        }
        return firstOf(signalName(), activityType(), nexusName(), target(Property.WORKFLOW_TYPE));
    }

    @Override
    public String id() {
        return firstOf(activityId(), target(Property.WORKFLOW_ID));
    }

    @Override
    public boolean replaying() {
        return scope().replaying();
    }

    @Override
    public boolean readOnly() {
        return scope().isReadOnly();
    }

    @Override
    public long currentTimeMillis() {
        return scope().currentTimeMillis();
    }

    @Override
    public UUID newId() {
        return scope().newId();
    }

    @Override
    public System.Logger logger(String name) {
        return new WorkflowLogger(name, scope());
    }
}
