package dev.heddle.agent.call.temporal;

import dev.heddle.api.NexusCall;

/** What reaches the handler of a Nexus operation, or leaves it. */
final class InterceptedNexusCall extends InterceptedCall implements NexusCall {
    InterceptedNexusCall(CallTarget target, SdkMethod method, Object source) {
        super(target, method, source);
    }

    @Override
    protected InnerNexusCall inner() {
        return new InnerNexusCall(this);
    }

    /** Not a refusal: the server tries again. */
    @Override
    protected Throwable guardFailed(String extension, Throwable cause) {
        return new GuardFailedException(extension, operation(), cause);
    }

    @Override
    public String name() {
        return nexusName();
    }

    @Override
    public String id() {
        return requestId();
    }

    @Override
    public String nexusService() {
        return caller(Property.NEXUS_SERVICE);
    }

    @Override
    public String nexusOperation() {
        return caller(Property.NEXUS_OPERATION);
    }

    @Override
    public String nexusEndpoint() {
        return caller(Property.NEXUS_ENDPOINT);
    }

    @Override
    public String requestId() {
        return target(Property.REQUEST_ID);
    }
}
