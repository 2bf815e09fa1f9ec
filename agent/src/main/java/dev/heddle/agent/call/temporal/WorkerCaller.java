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
        return switch (sdkInterface) {
            case WORKFLOW_INBOUND -> new WorkflowCaller(runtime);
            case ACTIVITY_INBOUND -> new ActivityCaller(runtime);
            case NEXUS_INBOUND -> new NexusCaller(runtime, (OperationContext) known);
            default -> this;
        };
    }

    @Override
    Object read(Property property) {
        return null;
    }
}
