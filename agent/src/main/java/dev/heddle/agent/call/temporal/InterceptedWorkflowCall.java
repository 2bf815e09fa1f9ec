package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.OpenScopes;
import dev.heddle.agent.log.AgentLog;
import dev.heddle.api.Category;
import dev.heddle.api.RefusedException;
import dev.heddle.api.WorkflowCall;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.UUID;

/** A call that reaches a workflow or leaves it. */
final class InterceptedWorkflowCall extends InterceptedCall implements WorkflowCall {
    InterceptedWorkflowCall(CallTarget target, SdkMethod method, Object source) {
        super(target, method, source);
    }

    @Override
    protected InnerWorkflowCall inner() {
        return new InnerWorkflowCall(this);
    }

    @Override
    WorkflowCaller caller() {
        return (WorkflowCaller) super.caller();
    }

    /**
     * What an interceptor asks of the SDK is its own and goes straight on: it would otherwise meet itself again. What
     * happens beyond the chain while the call is under way is the workflow's.
     */
    @Override
    void begin() {
        WorkflowCaller caller = caller();
        if (method().restrictsWorkflow()) {
            caller.beginReadOnly(isQuery());
        }
        caller.atWork().begin(Thread.currentThread());
    }

    @Override
    void end() {
        WorkflowCaller caller = caller();
        caller.atWork().end(Thread.currentThread());
        if (method().restrictsWorkflow()) {
            caller.endReadOnly(isQuery());
        }
    }

    /** As the SDK calls the operation, for the input may be another one by the end. */
    private boolean isQuery() {
        return operation().name().equals("handleQuery");
    }

    /** Nobody waits for a signal, so that only the log can tell, and once: replay brings it again. */
    @Override
    protected void refusedBy(String extension, RefusedException refusal) {
        if (method().hasNoCaller() && !replaying()) {
            AgentLog.warn(
                    "extension {} refuses {} {} of workflow {}, which is dropped: {}",
                    extension,
                    operation(),
                    name(),
                    workflowId(),
                    refusal.getMessage());
        }
    }

    /** What a workflow asks for is on its way in its scopes; what comes of it is the workflow's again. */
    @Override
    protected OpenScopes openScopes() {
        return operation().category() == Category.WORKFLOW_INBOUND
                ? target().runtime().scopes().here()
                : super.openScopes();
    }

    @Override
    Method declared() {
        return operation().category() == Category.WORKFLOW_INBOUND
                ? DeclaredMethods.ofWorkflow(operation().name(), name())
                : null;
    }

    /** A workflow that continues as itself takes what it takes; the types of what it asks of others nobody says. */
    @Override
    Class<?>[] declaredTypes() {
        if (!operation().name().equals("continueAsNew")) {
            return super.declaredTypes();
        }
        String other = target(Property.WORKFLOW_TYPE);
        Method declared = other == null || other.equals(workflowType())
                ? DeclaredMethods.ofWorkflow("execute", workflowType())
                : null;
        return declared == null ? null : declared.getParameterTypes();
    }

    /** Errors end workflow threads, or a workflow task that the server tries again. */
    @Override
    boolean ends(Throwable thrown) {
        return thrown instanceof Exception;
    }

    @Override
    protected Object arrive() throws Throwable {
        AtWork atWork = caller().atWork();
        Thread thread = Thread.currentThread();
        atWork.end(thread);
        try {
            return super.arrive();
        } finally {
            atWork.begin(thread);
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
        String name = firstOf(signalName(), activityType(), nexusName());
        return name == null ? target(Property.WORKFLOW_TYPE) : name;
    }

    @Override
    public String id() {
        return firstOf(activityId(), target(Property.WORKFLOW_ID));
    }

    @Override
    public boolean replaying() {
        return caller().replaying();
    }

    @Override
    public boolean readOnly() {
        return caller().isReadOnly();
    }

    @Override
    public Instant runStartedAt() {
        return caller().read(Property.RUN_STARTED_AT) instanceof Long millis ? Instant.ofEpochMilli(millis) : null;
    }

    @Override
    public Instant currentTime() {
        return Instant.ofEpochMilli(caller().currentTimeMillis());
    }

    @Override
    public UUID newId() {
        return caller().newId();
    }

    @Override
    public System.Logger logger(String name) {
        return new WorkflowLogger(name, caller());
    }
}
