package dev.heddle.agent.call.temporal;

import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One workflow in a worker's cache. Temporal runs the threads of a workflow one at a time and hands memory over between
 * them, so plain fields will do.
 */
public final class WorkflowCaller extends Caller {
    private final SdkRuntime runtime;
    private final AtWork atWork = new AtWork();
    private WorkflowOutboundCallsInterceptor outbound;
    private Object info;
    private Consumer<Object> earlySignal;
    private int readOnly;
    private boolean query;
    private long ids;
    private long readOnlyIds;

    WorkflowCaller(SdkRuntime runtime) {
        this.runtime = runtime;
        runtime.turns().watch(atWork);
    }

    @Override
    Caller inner(SdkInterface sdkInterface, Object known) {
        if (sdkInterface == SdkInterface.WORKFLOW_OUTBOUND) {
            outbound = (WorkflowOutboundCallsInterceptor) known;
            info = Workflow.getInfo();
            runtime.workflow().set(this);
        }
        return this;
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
        return atWork.here();
    }

    /** A signal is about to come, of which the SDK will say more. */
    void expect(Consumer<Object> signal) {
        earlySignal = signal;
    }

    /** Tells the signal that is about to come, if one is, what the SDK has kept of it. */
    void bring(Object kept) {
        if (earlySignal != null) {
            earlySignal.accept(kept);
            earlySignal = null;
        }
    }

    AtWork atWork() {
        return atWork;
    }

    void beginReadOnly(boolean ofQuery) {
        readOnly++;
        query |= ofQuery;
    }

    void endReadOnly(boolean ofQuery) {
        readOnly--;
        query &= !ofQuery;
    }
}
