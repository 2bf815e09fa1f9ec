package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.dropin.DropIns;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import java.util.Optional;

/** The drop-ins of a workflow client, as one of its interceptors. */
final class WorkflowClientDropIns implements WorkflowClientInterceptor {
    private static final Operation STUB = Operation.of(Category.CLIENT, "newUntypedWorkflowStub", true);
    private static final Operation COMPLETION = Operation.of(Category.CLIENT, "newActivityCompletionClient", true);
    private static final Operation CALLS = Operation.of(Category.CLIENT, "workflowClientCallsInterceptor", true);

    private final DropIns dropIns;

    WorkflowClientDropIns(DropIns dropIns) {
        this.dropIns = dropIns;
    }

    @Override
    @Deprecated
    @SuppressWarnings("deprecation")
    public WorkflowStub newUntypedWorkflowStub(String workflowType, WorkflowOptions options, WorkflowStub next) {
        DropIns.Step step = (dropIn, further) -> ((WorkflowClientInterceptor) dropIn)
                .newUntypedWorkflowStub(workflowType, options, (WorkflowStub) further);
        return (WorkflowStub) dropIns.inFrontOf(next, STUB, WorkflowStub.class, step);
    }

    @Override
    @Deprecated
    @SuppressWarnings("deprecation")
    public WorkflowStub newUntypedWorkflowStub(
            WorkflowExecution execution, Optional<String> workflowType, WorkflowStub next) {
        DropIns.Step step = (dropIn, further) -> ((WorkflowClientInterceptor) dropIn)
                .newUntypedWorkflowStub(execution, workflowType, (WorkflowStub) further);
        return (WorkflowStub) dropIns.inFrontOf(next, STUB, WorkflowStub.class, step);
    }

    @Override
    public ActivityCompletionClient newActivityCompletionClient(ActivityCompletionClient next) {
        DropIns.Step step = (dropIn, further) ->
                ((WorkflowClientInterceptor) dropIn).newActivityCompletionClient((ActivityCompletionClient) further);
        return (ActivityCompletionClient) dropIns.inFrontOf(next, COMPLETION, ActivityCompletionClient.class, step);
    }

    @Override
    public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(WorkflowClientCallsInterceptor next) {
        DropIns.Step step = (dropIn, further) -> ((WorkflowClientInterceptor) dropIn)
                .workflowClientCallsInterceptor((WorkflowClientCallsInterceptor) further);
        return (WorkflowClientCallsInterceptor)
                dropIns.inFrontOf(next, CALLS, WorkflowClientCallsInterceptor.class, step);
    }
}
