package dev.heddle.agent.call.temporal;

import dev.heddle.api.NexusCall;
import io.nexusrpc.handler.OperationStartResult;

/** What reaches the handler of a Nexus operation, or leaves it. */
final class InterceptedNexusCall extends InterceptedCall implements NexusCall {
    InterceptedNexusCall(CallTarget target, SdkMethod method, Object source) {
        super(target, method, source);
    }

    @Override
    protected InnerNexusCall inner() {
        return new InnerNexusCall(this);
    }

    @Override
    NexusCaller caller() {
        return (NexusCaller) super.caller();
    }

    /** An operation starts with the one argument of its service's method; what else it asks is the library's. */
    @Override
    Class<?>[] declaredTypes() {
        Class<?> input = starts() ? DeclaredMethods.inputOf(caller().operation()) : null;
        return input == null ? null : new Class<?>[] {input};
    }

    /** A result that is there at once is what the service's method gives; another comes from elsewhere. */
    @Override
    boolean fitsDeclared(Object answer) {
        if (!starts() || !(answer instanceof OperationStartResult<?> result) || !result.isSync()) {
            return true;
        }
        Class<?> output = DeclaredMethods.outputOf(caller().operation());
        return output == null || TypeCheck.fits(output, result.getSyncResult());
    }

    @Override
    protected Object given(Object answer) {
        return answer instanceof OperationStartResult<?> result && result.isSync() ? result.getSyncResult() : answer;
    }

    private boolean starts() {
        return operation().name().equals("startOperation");
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
