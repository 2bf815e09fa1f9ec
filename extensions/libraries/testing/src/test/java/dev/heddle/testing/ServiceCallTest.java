package dev.heddle.testing;

import static dev.heddle.api.Selector.GRPC_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a client of Temporal asks the server past its chain is seen as a call of gRPC by an extension that names it. */
class ServiceCallTest {
    private static final String HISTORY = "temporal.api.workflowservice.v1.WorkflowService/GetWorkflowExecutionHistory";
    private static final String LIST = "temporal.api.workflowservice.v1.WorkflowService/ListWorkflowExecutions";

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final Heddle heddle =
            Heddle.with((interceptors, settings) -> interceptors.on(GRPC_CLIENT.only(HISTORY, LIST), call -> {
                seen.add(call.name());
                return call.proceed();
            }));

    @Test
    void fetchHistory() {
        WorkflowClient client = heddle.temporal().client();
        WorkflowStub workflow = client.newUntypedWorkflowStub(
                "Unheard", WorkflowOptions.newBuilder().setTaskQueue("nobody").build());
        String id = workflow.start().getWorkflowId();
        assertThat(client.fetchHistory(id).getEvents()).isNotEmpty();
        assertThat(seen).containsExactly(HISTORY);
    }

    /** Which the in-memory server cannot answer. */
    @Test
    void listExecutions() {
        WorkflowClient client = heddle.temporal().client();
        assertThatThrownBy(() -> client.listExecutions("").findFirst()).hasStackTraceContaining("UNIMPLEMENTED");
        assertThat(seen).isNotEmpty().containsOnly(LIST);
    }
}
