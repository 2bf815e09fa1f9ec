package dev.heddle.agent.call.temporal;

import io.nexusrpc.handler.OperationContext;

/** A worker, which calls nothing itself: it makes workflows, activities and Nexus operations. */
public final class WorkerScope extends Scope {
    private final SdkRuntime runtime;

    /** Any worker of an application. */
    public WorkerScope(SdkRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    Scope inner(Surface surface, Object known) {
        return switch (surface) {
            case WORKFLOW_INBOUND -> new WorkflowScope(runtime);
            case ACTIVITY_INBOUND -> new ActivityScope(runtime);
            case NEXUS_INBOUND -> new NexusScope(runtime, (OperationContext) known);
            default -> this;
        };
    }

    @Override
    InterceptedCall call(Adapter adapter, SdkMethod method, Object source) {
        throw new IllegalStateException("a worker's factory has no operation " + method.name());
    }

    @Override
    Object read(Property property) {
        return null;
    }
}
