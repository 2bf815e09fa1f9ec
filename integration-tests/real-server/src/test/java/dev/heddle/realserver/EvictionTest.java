package dev.heddle.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Category;
import dev.heddle.realserver.server.TemporalServer;
import dev.heddle.testing.RecordedCall;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** More workflows than a worker keeps: most are thrown out between two tasks, and replayed for the next. */
class EvictionTest extends ServerTest {
    private static final int CACHE = 4;
    private static final int WORKFLOWS = 24;

    @Test
    void headersArriveAtWorkflowsThatAreReplayed() {
        WorkerFactoryOptions small =
                WorkerFactoryOptions.newBuilder().setWorkflowCacheSize(CACHE).build();
        try (Application forgetful = new Application(
                server.address(), TemporalServer.NAMESPACE, UUID.randomUUID().toString(), small)) {
            forgetful.workflows(DeskWorkflow.class).start();
            List<Desk> desks = new ArrayList<>();
            for (int i = 0; i < WORKFLOWS; i++) {
                Desk desk = forgetful.workflow(Desk.class);
                WorkflowClient.start(desk::open, "desk " + i);
                desks.add(desk);
            }
            desks.forEach(desk -> desk.note("a note"));
            desks.forEach(desk -> assertThat(desk.take("an update")).isEqualTo(3));
            desks.forEach(desk -> assertThat(desk.notes()).endsWith("a note,an update"));
            desks.forEach(Desk::close);
            for (int i = 0; i < WORKFLOWS; i++) {
                WorkflowStub desk = WorkflowStub.fromTyped(desks.get(i));
                assertThat(desk.getResult(String.class)).isEqualTo("desk " + i + ",a note,an update");
            }
        }
        assertReplayed();
        assertSender("execute", "client start");
        assertSender("handleSignal", "client signal");
        assertSender("executeUpdate", "client startUpdate");
        assertSender("handleQuery", "client query");
    }

    /** At least those that did not fit ran again from their beginning. */
    private void assertReplayed() {
        List<RecordedCall> executions = inbound("execute");
        assertThat(executions.stream()
                        .filter(RecordedCall::replaying)
                        .map(RecordedCall::workflowId)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(WORKFLOWS - CACHE);
        assertThat(executions.stream().filter(call -> !call.replaying())).hasSize(WORKFLOWS);
    }

    /** Each workflow's first, and each repetition, has the header. */
    private void assertSender(String operation, String sender) {
        List<RecordedCall> calls = inbound(operation);
        assertThat(calls).allSatisfy(call -> assertThat(sender(call)).isEqualTo(sender));
        assertThat(calls.stream().map(RecordedCall::workflowId).distinct()).hasSize(WORKFLOWS);
    }

    private List<RecordedCall> inbound(String operation) {
        return heddle.calls().in(Category.WORKFLOW_INBOUND).named(operation).list();
    }
}
