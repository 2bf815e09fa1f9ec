package dev.heddle.realserver.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import dev.heddle.realserver.server.RealServer;
import dev.heddle.realserver.server.TemporalServer;
import ferry.Ferry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code replay} of a thousand workflows that an application has left on the server, by its own build and by one that is
 * changed in two places. Its {@code main} starts as many workflows again.
 */
@ExtendWith(RealServer.class)
class ThousandHistoriesTest {
    private static final int WORKFLOWS = 1000;
    private static final String QUEUE = "ferry-" + UUID.randomUUID();

    @TempDir
    static Path folder;

    private static TemporalServer server;
    private static Queues queues;
    private static Set<String> pollers;

    /** By a process of its own, whose name is in all that it asks the server for. */
    @BeforeAll
    static void cross(TemporalServer running) {
        server = running;
        ForkedJvm.ofCustomer()
                .run(Ferry.class.getName(), running.address(), QUEUE, "monday", String.valueOf(WORKFLOWS))
                .expectSuccess();
        queues = new Queues(running.address(), TemporalServer.NAMESPACE);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> queues.workflows(QUEUE, "Completed") == WORKFLOWS);
        pollers = queues.pollers(QUEUE);
        assertThat(pollers).hasSize(1);
    }

    @AfterAll
    static void close() {
        if (queues != null) {
            queues.close();
        }
    }

    private static ForkedJvm.Result replay(String classPath) {
        return new ForkedJvm()
                .optimizing()
                .runJar(
                        Repository.agentJar(),
                        "replay",
                        "--query",
                        "TaskQueue = '" + QUEUE + "'",
                        "--limit",
                        String.valueOf(2 * WORKFLOWS),
                        "--",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        Ferry.class.getName(),
                        server.address(),
                        QUEUE,
                        "tuesday",
                        String.valueOf(WORKFLOWS));
    }

    private static void assertThatTheServerHasSeenNothing() {
        assertThat(queues.pollers(QUEUE)).isEqualTo(pollers);
        assertThat(queues.workflows(QUEUE, "Running")).isZero();
        assertThat(queues.workflows(QUEUE, "Completed")).isEqualTo(WORKFLOWS);
    }

    @Test
    void theBuildThatHasMadeThemReplaysAll() {
        ForkedJvm.Result result = replay(ForkedJvm.customerClassPath());
        assertThat(result.expectSuccess().lines())
                .as(result.output())
                .anyMatch(line -> line.matches("  Crossing +300 +0 +\\d+"))
                .anyMatch(line -> line.matches("  Refund +600 +0 +\\d+"))
                .anyMatch(line -> line.matches("  Tide +100 +0 +\\d+"))
                .anyMatch(line -> line.matches("  Refund weighed +1 +600 +0"))
                .anyMatch(line -> line.matches("  not sent +\\d+ × StartWorkflowExecution"))
                .anyMatch(line -> line.startsWith("All were replayed, in "));
        assertThatTheServerHasSeenNothing();
    }

    @Test
    void aBuildThatIsChangedDoesNotAndEachCauseStandsOnce() throws IOException {
        ChangedBuild build = new ChangedBuild(folder)
                .change(
                        "ferry.CrossingImpl",
                        "        int weight = harbour.weigh(car);\n        String receipt = harbour.pay(car);\n",
                        "        String receipt = harbour.pay(car);\n        int weight = harbour.weigh(car);\n")
                .change(
                        "ferry.RefundImpl",
                        "        int chance = ",
                        "        Workflow.sleep(Duration.ofHours(1));\n        int chance = ");
        ForkedJvm.Result result = replay(build.classPath());
        assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
        assertThat(result.output().lines())
                .as(result.output())
                .anyMatch(line -> line.matches("  Crossing +300 +300 +\\d+"))
                .anyMatch(line -> line.matches("  Refund +600 +600 +\\d+"))
                .anyMatch(line -> line.matches("  Tide +100 +0 +\\d+"))
                .containsOnlyOnce("  300 Crossing: the code does not do what the history says")
                .containsOnlyOnce("  600 Refund: the code does not do what the history says")
                .anyMatch(line -> line.contains("Pay") && line.contains("Weigh"))
                .anyMatch(line -> line.startsWith("900 of 1000 could not be replayed, in "));
        assertThatTheServerHasSeenNothing();
    }
}
