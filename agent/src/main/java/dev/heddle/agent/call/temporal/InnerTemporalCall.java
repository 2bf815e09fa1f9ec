package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.InnerCall;
import dev.heddle.api.Attribute;
import dev.heddle.api.Headers;
import dev.heddle.api.TemporalCall;
import java.util.List;

/** Another interceptor's view of a call: what it asks for is the call's, and what it changes is changed on its behalf. */
abstract class InnerTemporalCall extends InnerCall implements TemporalCall {
    InnerTemporalCall(InterceptedCall call) {
        super(call);
    }

    /** The call, as what it is. */
    abstract InterceptedCall intercepted();

    @Override
    public String name() {
        return intercepted().name();
    }

    @Override
    public String id() {
        return intercepted().id();
    }

    @Override
    public Headers headers() {
        return intercepted().headers();
    }

    @Override
    public List<Object> arguments() {
        return intercepted().arguments();
    }

    @Override
    public void setArguments(List<?> arguments) {
        checkOpen();
        intercepted().setArguments(health(), arguments);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return intercepted().unwrap(type);
    }

    @Override
    public <T> void replace(Class<T> type, T replacement) {
        checkOpen();
        intercepted().replace(health(), type, replacement);
    }

    @Override
    public <T> T get(Attribute<T> attribute) {
        return intercepted().get(attribute);
    }

    @Override
    public <T> void set(Attribute<T> attribute, T value) {
        intercepted().set(attribute, value);
    }

    @Override
    public String namespace() {
        return intercepted().namespace();
    }

    @Override
    public String workflowId() {
        return intercepted().workflowId();
    }

    @Override
    public String runId() {
        return intercepted().runId();
    }

    @Override
    public String workflowType() {
        return intercepted().workflowType();
    }

    @Override
    public String taskQueue() {
        return intercepted().taskQueue();
    }

    @Override
    public int attempt() {
        return intercepted().attempt();
    }

    @Override
    public String signalName() {
        return intercepted().signalName();
    }

    @Override
    public String queryName() {
        return intercepted().queryName();
    }

    @Override
    public String updateName() {
        return intercepted().updateName();
    }

    @Override
    public String activityType() {
        return intercepted().activityType();
    }

    @Override
    public String activityId() {
        return intercepted().activityId();
    }

    @Override
    public String nexusService() {
        return intercepted().nexusService();
    }

    @Override
    public String nexusOperation() {
        return intercepted().nexusOperation();
    }

    @Override
    public String nexusEndpoint() {
        return intercepted().nexusEndpoint();
    }
}
