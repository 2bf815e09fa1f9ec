package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.Attributes;
import dev.heddle.api.Attribute;

/** Who calls and what is called, as an interceptor can ask of a call of Temporal. */
abstract class TemporalCallView extends TemporalInputView {
    TemporalCallView(CallTarget target, SdkMethod method, Object source) {
        super(target, method, source);
    }

    /** Who is calling; each kind of call knows what kind of caller made it. */
    Caller caller() {
        return target().caller();
    }

    /** The attributes of a caller that makes one call after another; a client is shared by all, so its are the call's. */
    Attributes attributes() {
        return caller().attributes();
    }

    @Override
    public final <T> T get(Attribute<T> attribute) {
        return attributes().get(attribute);
    }

    @Override
    public final <T> void set(Attribute<T> attribute, T value) {
        attributes().set(attribute, value);
    }

    /** A property of what is called. */
    final String target(Property property) {
        Object value = read(property);
        return value == null ? null : value.toString();
    }

    /** A property of who calls. */
    final String caller(Property property) {
        Object value = caller().read(property);
        return value == null ? null : value.toString();
    }

    /** The first that is not {@code null}; asked for each name of a call, so without an array. */
    static String firstOf(String one, String two, String three) {
        return one != null ? one : two != null ? two : three;
    }

    static String firstOf(String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return null;
    }

    final String nexusName() {
        return nexusOperation() == null ? null : nexusService() + "/" + nexusOperation();
    }

    @Override
    public String namespace() {
        return caller(Property.NAMESPACE);
    }

    @Override
    public String workflowId() {
        return caller(Property.WORKFLOW_ID);
    }

    @Override
    public String runId() {
        return caller(Property.RUN_ID);
    }

    @Override
    public String workflowType() {
        return caller(Property.WORKFLOW_TYPE);
    }

    @Override
    public String taskQueue() {
        return caller(Property.TASK_QUEUE);
    }

    @Override
    public final int attempt() {
        return caller().read(Property.ATTEMPT) instanceof Integer attempt ? attempt : 0;
    }

    @Override
    public final String signalName() {
        return target(Property.SIGNAL_NAME);
    }

    @Override
    public final String queryName() {
        return target(Property.QUERY_NAME);
    }

    @Override
    public final String updateName() {
        return target(Property.UPDATE_NAME);
    }

    @Override
    public String activityType() {
        return target(Property.ACTIVITY_TYPE);
    }

    @Override
    public String activityId() {
        return target(Property.ACTIVITY_ID);
    }

    @Override
    public String nexusService() {
        return target(Property.NEXUS_SERVICE);
    }

    @Override
    public String nexusOperation() {
        return target(Property.NEXUS_OPERATION);
    }

    @Override
    public String nexusEndpoint() {
        return target(Property.NEXUS_ENDPOINT);
    }
}
