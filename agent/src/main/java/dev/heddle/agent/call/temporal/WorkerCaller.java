package dev.heddle.agent.call.temporal;

import io.nexusrpc.handler.OperationContext;

/** A worker, which calls nothing itself: it makes workflows, activities and Nexus operations. */
public final class WorkerCaller extends Caller {
    private final SdkRuntime runtime;

    /** Any worker of an application. */
    public WorkerCaller(SdkRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    Caller inner(SdkInterface sdkInterface, Object known) {
        // No switch, which would be a class more that each first worker loads.
        if (sdkInterface == SdkInterface.WORKFLOW_INBOUND) {
            return new WorkflowCaller(runtime);
        }
        if (sdkInterface == SdkInterface.ACTIVITY_INBOUND) {
            return new ActivityCaller(runtime);
        }
        return sdkInterface == SdkInterface.NEXUS_INBOUND ? new NexusCaller(runtime, (OperationContext) known) : this;
    }

    @Override
    Object read(Property property) {
        return null;
    }
}
