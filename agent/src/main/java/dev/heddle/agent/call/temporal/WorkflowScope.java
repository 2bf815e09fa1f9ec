package dev.heddle.agent.call.temporal;

import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * One workflow in a worker's cache. Temporal runs the threads of a workflow one at a time and hands memory over between
 * them, so plain fields will do.
 */
public final class WorkflowScope extends Scope {
    private final SdkRuntime runtime;
    private WorkflowOutboundCallsInterceptor outbound;
    private Object info;
    private int readOnly;
    private boolean query;
    private boolean intercepting;
    private long ids;
    private long readOnlyIds;

    WorkflowScope(SdkRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    Scope inner(Surface surface, Object known) {
        if (surface == Surface.WORKFLOW_OUTBOUND) {
            outbound = (WorkflowOutboundCallsInterceptor) known;
            intercepting = true;
            info = Workflow.getInfo();
            intercepting = false;
            runtime.workflow().set(this);
        }
        return this;
    }

    @Override
    InterceptedCall call(Adapter adapter, SdkMethod method, Object source) {
        return new InterceptedWorkflowCall(adapter, this, method, source);
    }

    @Override
    Object read(Property property) {
        return info == null ? null : runtime.identities().workflow().read(property, info);
    }

    boolean replaying() {
        return !query && runtime.replaying().getAsBoolean();
    }

    boolean isReadOnly() {
        return readOnly > 0;
    }

    /** Asks the SDK below Heddle, so that it is no call of the workflow. */
    long currentTimeMillis() {
        return outbound.currentTimeMillis();
    }

    /** Counts apart what replay leaves out: queries, validators, side effects, and conditions met another time. */
    UUID newId() {
        String counter = isReadOnly() ? "read-only-" + readOnlyIds++ : String.valueOf(ids++);
        String seed = read(Property.NAMESPACE) + "/" + read(Property.WORKFLOW_ID) + "/" + read(Property.RUN_ID) + "/"
                + counter;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    boolean intercepting() {
        return intercepting;
    }

    boolean setIntercepting(boolean now) {
        boolean before = intercepting;
        intercepting = now;
        return before;
    }

    void beginReadOnly(boolean ofQuery) {
        readOnly++;
        query |= ofQuery;
    }

    void endReadOnly(boolean ofQuery) {
        readOnly--;
        query &= !ofQuery;
    }

    /** The same function, which the workflow must not change in. */
    Object readOnly(Object function) {
        if (function instanceof Supplier<?> condition) {
            return (Supplier<?>) () -> during(condition);
        }
        if (function instanceof Functions.Func<?> effect) {
            return (Functions.Func<?>) () -> during(effect::apply);
        }
        if (function instanceof BiPredicate<?, ?> updated) {
            @SuppressWarnings("unchecked")
            BiPredicate<Object, Object> test = (BiPredicate<Object, Object>) updated;
            return (BiPredicate<Object, Object>) (before, after) -> during(() -> test.test(before, after));
        }
        return function;
    }

    private <T> T during(Supplier<T> function) {
        readOnly++;
        try {
            return function.get();
        } finally {
            readOnly--;
        }
    }
}
