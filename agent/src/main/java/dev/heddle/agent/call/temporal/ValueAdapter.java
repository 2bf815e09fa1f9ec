package dev.heddle.agent.call.temporal;

/**
 * Stands behind a value that a workflow has asked of the SDK past its chain, such as {@code Workflow.randomUUID()}. The
 * SDK has made the value already, whatever an interceptor decides: a random number that is not drawn would shift the
 * IDs of all that follow, and history recorded without the agent would no longer replay.
 */
public final class ValueAdapter extends Adapter {
    private final Object value;

    private ValueAdapter(Adapters adapters, WorkflowCaller caller, Object value) {
        super(adapters, caller, null);
        this.value = value;
    }

    /** Sends the value through a chain, if a workflow asks and not an interceptor. */
    public static Object pass(Adapters adapters, SdkMethod method, Object value) throws Throwable {
        WorkflowCaller caller = adapters.runtime().workflow().get();
        return caller == null || caller.intercepting()
                ? value
                : new ValueAdapter(adapters, caller, value).call(method, NO_PARAMETERS);
    }

    @Override
    protected Object invoke(int method, Object source) {
        return value;
    }

    @Override
    public Adapter inFrontOf(Object target, Caller ofTarget) {
        throw new IllegalStateException("a value is no sdkInterface");
    }
}
