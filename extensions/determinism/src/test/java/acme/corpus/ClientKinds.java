package acme.corpus;

import acme.library.Clients;
import acme.library.Reflection;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.function.Function;

/** A client of Temporal's inside a workflow. */
final class ClientKinds {
    private ClientKinds() {}

    static List<Kind> all() {
        return List.of(
                new Kind(
                        "client",
                        "WorkflowClient",
                        () -> Clients.CLIENT.newUntypedWorkflowStub("none"),
                        Clients::stub,
                        () -> {
                            Function<String, WorkflowStub> stubs = Clients.CLIENT::newUntypedWorkflowStub;
                            stubs.apply("none");
                        },
                        () -> Workflow.newUntypedExternalWorkflowStub("none").getExecution()),
                new Kind(
                        "client",
                        "WorkflowServiceStubs",
                        () -> WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                                .setTarget("127.0.0.1:1")
                                .build()),
                        Clients::stubs,
                        () -> Reflection.call("io.temporal.serviceclient.WorkflowServiceStubs", "newLocalServiceStubs"),
                        () -> WorkflowClientOptions.newBuilder()
                                .setIdentity("me")
                                .build()));
    }
}
