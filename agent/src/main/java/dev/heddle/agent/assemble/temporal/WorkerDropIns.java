package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.dropin.DropIns;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import io.nexusrpc.handler.OperationContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.NexusOperationInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;

/** The drop-ins of a worker, as one of its interceptors. */
final class WorkerDropIns implements WorkerInterceptor {
    private static final Operation WORKFLOW = Operation.of(Category.WORKFLOW_INBOUND, "interceptWorkflow", true);
    private static final Operation ACTIVITY = Operation.of(Category.ACTIVITY_INBOUND, "interceptActivity", true);
    private static final Operation NEXUS = Operation.of(Category.NEXUS_INBOUND, "interceptNexusOperation", true);

    /** Nothing of it is to be made on a workflow's thread. */
    private static final DropIns.Step IN_FRONT_OF_WORKFLOW = new DropIns.Step() {
        @Override
        public Object inFrontOf(Object dropIn, Object next) {
            return ((WorkerInterceptor) dropIn).interceptWorkflow((WorkflowInboundCallsInterceptor) next);
        }
    };

    private static final DropIns.Step IN_FRONT_OF_ACTIVITY = new DropIns.Step() {
        @Override
        public Object inFrontOf(Object dropIn, Object next) {
            return ((WorkerInterceptor) dropIn).interceptActivity((ActivityInboundCallsInterceptor) next);
        }
    };

    private final DropIns dropIns;

    WorkerDropIns(DropIns dropIns) {
        this.dropIns = dropIns;
    }

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
        return (WorkflowInboundCallsInterceptor)
                dropIns.inFrontOf(next, WORKFLOW, WorkflowInboundCallsInterceptor.class, IN_FRONT_OF_WORKFLOW);
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return (ActivityInboundCallsInterceptor)
                dropIns.inFrontOf(next, ACTIVITY, ActivityInboundCallsInterceptor.class, IN_FRONT_OF_ACTIVITY);
    }

    @Override
    public NexusOperationInboundCallsInterceptor interceptNexusOperation(
            OperationContext context, NexusOperationInboundCallsInterceptor next) {
        DropIns.Step step = (dropIn, further) -> ((WorkerInterceptor) dropIn)
                .interceptNexusOperation(context, (NexusOperationInboundCallsInterceptor) further);
        return (NexusOperationInboundCallsInterceptor)
                dropIns.inFrontOf(next, NEXUS, NexusOperationInboundCallsInterceptor.class, step);
    }
}
