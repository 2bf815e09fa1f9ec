package acme.corpus

import acme.library.Clients
import acme.library.Reflection
import io.temporal.client.WorkflowClientOptions
import io.temporal.serviceclient.WorkflowServiceStubs
import io.temporal.serviceclient.WorkflowServiceStubsOptions
import io.temporal.workflow.Workflow

internal fun kotlinClients(): List<Kind> = listOf(
    kind(
        "client",
        "WorkflowClient",
        { Clients.CLIENT.newUntypedWorkflowStub("none") },
        Clients::stub,
        { with(Clients.CLIENT) { newUntypedWorkflowStub("none") } },
        { Workflow.newUntypedExternalWorkflowStub("none").execution },
    ),
    kind(
        "client",
        "WorkflowServiceStubs",
        {
            WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget("127.0.0.1:1").build(),
            )
        },
        Clients::stubs,
        { Reflection.call("io.temporal.serviceclient.WorkflowServiceStubs", "newLocalServiceStubs") },
        { WorkflowClientOptions.newBuilder().setIdentity("me").build() },
    ),
)
