package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.Attributes;
import dev.heddle.api.RefusedException;
import dev.heddle.api.TemporalClientCall;

/** A call of a client: its workflow is the one that the input names. */
final class InterceptedClientCall extends InterceptedCall implements TemporalClientCall {
    private Attributes attributes;

    InterceptedClientCall(CallTarget target, SdkMethod method, Object source) {
        super(target, method, source);
    }

    @Override
    protected InnerClientCall inner() {
        return new InnerClientCall(this);
    }

    @Override
    Attributes attributes() {
        synchronized (this) {
            if (attributes == null) {
                attributes = new Attributes();
            }
            return attributes;
        }
    }

    @Override
    Exception refused(RefusedException refusal) {
        return refusal;
    }

    @Override
    public String name() {
        String ofMessage = firstOf(signalName(), queryName(), updateName());
        return ofMessage == null ? firstOf(nexusName(), activityType(), workflowType()) : ofMessage;
    }

    @Override
    public String id() {
        return firstOf(updateId(), scheduleId(), target(Property.NEXUS_OPERATION_ID), activityId(), workflowId());
    }

    @Override
    public String workflowId() {
        return target(Property.WORKFLOW_ID);
    }

    @Override
    public String runId() {
        return target(Property.RUN_ID);
    }

    @Override
    public String workflowType() {
        return target(Property.WORKFLOW_TYPE);
    }

    @Override
    public String taskQueue() {
        return target(Property.TASK_QUEUE);
    }

    @Override
    public String updateId() {
        return target(Property.UPDATE_ID);
    }

    @Override
    public String scheduleId() {
        return target(Property.SCHEDULE_ID);
    }
}
