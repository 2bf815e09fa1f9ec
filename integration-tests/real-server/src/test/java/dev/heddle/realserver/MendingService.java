package dev.heddle.realserver;

import io.nexusrpc.handler.OperationHandler;
import io.nexusrpc.handler.OperationImpl;
import io.nexusrpc.handler.ServiceImpl;
import io.temporal.client.WorkflowOptions;
import io.temporal.nexus.Nexus;
import io.temporal.nexus.WorkflowRunOperation;

/** Its handlers. */
@ServiceImpl(service = Mending.class)
public final class MendingService {
    @OperationImpl
    public OperationHandler<String, String> mend() {
        return OperationHandler.sync((context, details, what) -> "mended " + what);
    }

    @OperationImpl
    public OperationHandler<String, String> keep() {
        return WorkflowRunOperation.fromWorkflowMethod((context, details, deskId) -> Nexus.getOperationContext()
                .getWorkflowClient()
                .newWorkflowStub(
                        Desk.class,
                        WorkflowOptions.newBuilder().setWorkflowId(deskId).build())::open);
    }
}
