package dev.heddle.realserver.killed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ReceivedSpan;
import dev.heddle.harness.SpanReceiver;
import dev.heddle.realserver.server.RealServer;
import dev.heddle.realserver.server.TemporalServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * One run with the worker's process killed at every workflow task in turn, another one going on: what a collector that outlives
 * them has received is the tree of a run that nobody has disturbed.
 */
@ExtendWith(RealServer.class)
class EveryTaskKilledTest {
    private static final String TREE = """
            client CompleteActivity
            client QueryWorkflow:state
              server HandleQuery:state
            client SignalWorkflow:ship
              server HandleSignal:ship
                client StartActivity:Fail
                  server RunActivity:Fail !ApplicationFailure: message='no lorry', type='Lorry', nonRetryable=true
            client StartWorkflow:Trade
              server RunWorkflow:Trade
                client ContinueAsNew:Trade
                  server RunWorkflow:Trade
                client StartActivity:Charge
                  server RunActivity:Charge
                client StartActivity:Look
                  server RunActivity:Look
                client StartActivity:Receive
                  server RunActivity:Receive
                client StartChildWorkflow:Packing
                  server RunWorkflow:Packing
                client StartNexusOperation:Desk/deliver
                  server RunStartNexusOperationHandler:Desk/deliver
                    client StartWorkflow:Delivery
                      server RunWorkflow:Delivery
                client StartNexusOperation:Desk/serve
                  server RunStartNexusOperationHandler:Desk/serve
            client StartWorkflowUpdate:change
              server HandleUpdate:change
              server ValidateUpdate:change
            """;

    private static final String IN_THE_MATRIX = "with -Pmatrix, or -Dkilled=true: it starts a JVM for each task";

    /**
     * How many workflow tasks the run has at least, with those of the child and of what the operation begins: what comes together
     * is done in one.
     */
    private static final int TASKS = 12;

    @TempDir
    private Path folder;

    /** Returns how many workers have died. */
    private int trade(TemporalServer server, List<Death> deaths) throws Exception {
        try (SpanReceiver receiver = new SpanReceiver();
                TradeFleet fleet = new TradeFleet(server, receiver, folder.resolve("token"), deaths)) {
            int died = fleet.trade();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(ReceivedTrees.of(receiver.spans()))
                            .as(fleet::printed)
                            .isEqualTo(TREE));
            // What is told twice is the same, and named so.
            assertThat(receiver.spans().stream()
                            .map(span -> span.spanId() + " " + span.name())
                            .distinct())
                    .hasSameSizeAs(receiver.spans().stream()
                            .map(ReceivedSpan::spanId)
                            .distinct()
                            .toList());
            return died;
        }
    }

    @Test
    void nobodyIsKilled(TemporalServer server) throws Exception {
        assertThat(trade(server, List.of(Death.NEVER))).isZero();
    }

    /** The next worker does it again: half of them have told of it before, and half have not. */
    @Test
    @EnabledIfSystemProperty(named = "test.killed", matches = "true", disabledReason = IN_THE_MATRIX)
    void beforeTheAnswerLeaves(TemporalServer server) throws Exception {
        assertThat(trade(server, List.of(Death.DONE, Death.ANSWERING))).isGreaterThanOrEqualTo(TASKS);
    }

    /** Nobody does it again: what was not told is missing for good. */
    @Test
    @EnabledIfSystemProperty(named = "test.killed", matches = "true", disabledReason = IN_THE_MATRIX)
    void afterTheAnswer(TemporalServer server) throws Exception {
        assertThat(trade(server, List.of(Death.ANSWERED))).isGreaterThanOrEqualTo(TASKS);
    }
}
