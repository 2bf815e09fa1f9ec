package dev.heddle.agent.call.temporal;

/**
 * Stands behind a value that a workflow has asked of the SDK past its chain, such as {@code Workflow.randomUUID()}. The
 * SDK has made the value already, whatever an interceptor decides: a random number that is not drawn would shift the
 * IDs of all that follow, and history recorded without the agent would no longer replay.
 */
public final class ValueAdapter extends Adapter {
    private final Object value;

    private ValueAdapter(Family family, WorkflowScope scope, Object value) {
        super(family, scope, null);
        this.value = value;
    }

    /** Sends the value through a chain, if a workflow asks and not an interceptor. */
    public static Object pass(Family family, SdkMethod method, Object value) throws Throwable {
        WorkflowScope scope = family.runtime().workflow().get();
        return scope == null || scope.intercepting()
                ? value
                : new ValueAdapter(family, scope, value).call(method, NO_PARAMETERS);
    }

    @Override
    protected Object invoke(int method, Object source) {
        return value;
    }

    @Override
    public Adapter inFrontOf(Object target, Scope ofTarget) {
        throw new IllegalStateException("a value is no surface");
    }
}
