package dev.heddle.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker process that is killed while a workflow runs, and another one that takes over. */
class KilledWorkerTest extends ServerTest {
    private static final String EXECUTE_WORKFLOW = "intercepted workflow inbound execute Weaving";
    private static final String ASK_FOR_ACTIVITY = "intercepted workflow outbound executeActivity Pass";
    private static final String EXECUTE_ACTIVITY = "intercepted activity inbound execute Pass";
    private static final String AGAIN = " again";

    @TempDir
    private Path extensions;

    private Process startWorker() {
        return ForkedJvm.ofCustomer()
                .agent("extensions=" + extensions)
                .start(WeavingWorker.class.getName(), server.address(), application.taskQueue());
    }

    @Test
    void noCallIsLostAndNoneIsMadeTwice() throws Exception {
        new ExtensionJarBuilder().provider(CallLog.class).write(extensions.resolve("call-log.jar"));
        WorkflowStub weaving = WorkflowStub.fromTyped(application.workflow(Weaving.class));
        weaving.start("linen ");

        Process killed = startWorker();
        List<String> before;
        try (BufferedReader output = ForkedJvm.outputOf(killed)) {
            before = ForkedJvm.await(output, WeavingWorker.STUCK).lines().toList();
        } finally {
            killed.destroyForcibly().waitFor();
        }
        Process replacement = startWorker();
        List<String> after;
        try (BufferedReader output = ForkedJvm.outputOf(replacement)) {
            assertThat(weaving.getResult(String.class)).isEqualTo("linen 123");
            replacement.getOutputStream().close();
            after = output.lines().toList();
        } finally {
            replacement.destroyForcibly();
        }

        assertThat(intercepted(before))
                .containsExactly(
                        EXECUTE_WORKFLOW, ASK_FOR_ACTIVITY, EXECUTE_ACTIVITY, ASK_FOR_ACTIVITY, EXECUTE_ACTIVITY);
        // The replay repeats what the first worker had asked for; what is left is done once.
        assertThat(intercepted(after).stream().filter(line -> !line.equals(EXECUTE_ACTIVITY)))
                .containsExactly(
                        EXECUTE_WORKFLOW + AGAIN, ASK_FOR_ACTIVITY + AGAIN, ASK_FOR_ACTIVITY + AGAIN, ASK_FOR_ACTIVITY);
        assertThat(Stream.concat(before.stream(), after.stream()).filter(EXECUTE_ACTIVITY::equals))
                // More than these four where a busy machine has let a heartbeat be late.
                .hasSizeGreaterThanOrEqualTo(4)
                .hasSize(attempts(weaving));
    }

    private static List<String> intercepted(List<String> output) {
        return output.stream()
                .filter(line -> line.startsWith(EXECUTE_WORKFLOW)
                        || line.startsWith(ASK_FOR_ACTIVITY)
                        || line.startsWith(EXECUTE_ACTIVITY))
                .toList();
    }

    /** How often the server has had an activity executed. */
    private int attempts(WorkflowStub workflow) {
        WorkflowClient client = application.client();
        return client.fetchHistory(workflow.getExecution().getWorkflowId()).getEvents().stream()
                .filter(HistoryEvent::hasActivityTaskStartedEventAttributes)
                .mapToInt(event -> event.getActivityTaskStartedEventAttributes().getAttempt())
                .sum();
    }
}
