package dev.heddle.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heddle.api.Category;
import dev.heddle.testing.RecordedCall;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowStub;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client asks about workflows, which takes a server that has an index of them. */
class VisibilityTest extends ServerTest {
    private Desk desk;
    private String query;

    @BeforeEach
    void openDesk() {
        application.workflows(DeskWorkflow.class).start();
        desk = application.workflow(Desk.class);
        query = "WorkflowId = '" + WorkflowClient.start(desk::open, "first").getWorkflowId() + "'";
    }

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    @Test
    void listWorkflowExecutions() {
        await().until(() -> {
            try (Stream<WorkflowExecutionMetadata> found = application.client().listExecutions(query)) {
                return found.map(WorkflowExecutionMetadata::getWorkflowType)
                        .toList()
                        .equals(List.of("Desk"));
            }
        });
        assertArrived("listWorkflowExecutions");
    }

    @Test
    void countWorkflows() {
        await().until(() -> application.client().countWorkflows(query).getCount() == 1);
        assertArrived("countWorkflows");
    }

    /** The index is a moment behind, so it may take more than one. */
    private void assertArrived(String operation) {
        assertThat(heddle.calls().in(Category.CLIENT).named(operation))
                .isNotEmpty()
                .allMatch(RecordedCall::arrived)
                .allMatch(call -> call.arguments().contains(query));
    }

    @Test
    void describe() {
        assertThat(WorkflowStub.fromTyped(desk).describe().getWorkflowType()).isEqualTo("Desk");
        assertThat(clientCall("describe").result()).isNotNull();
    }
}
