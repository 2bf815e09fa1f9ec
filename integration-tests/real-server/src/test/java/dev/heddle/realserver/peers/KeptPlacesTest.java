package dev.heddle.realserver.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import dev.heddle.realserver.SkippedWhereMissing;
import dev.heddle.realserver.server.CommandLine;
import dev.heddle.realserver.server.RealServer;
import dev.heddle.realserver.server.TemporalServer;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.DescribeActivityExecutionResponse;
import io.temporal.api.workflowservice.v1.DescribeScheduleResponse;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.io.BufferedReader;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What payload-codec encrypts beside histories, as the server tells by its own API, and as Temporal's command line shows it
 * with the codec server and without.
 */
@ExtendWith({RealServer.class, SkippedWhereMissing.class})
class KeptPlacesTest {
    /** As the command line prints payloads. */
    private static final String SAID = base64('"' + Peers.GREETING + '"');

    private static final String ENCRYPTED = base64("binary/encrypted");

    @RegisterExtension
    final Peers peers = new Peers();

    private Peer keeper;

    @BeforeEach
    void keep(TemporalServer server) throws InterruptedException {
        keeper = peers.environment("KEEPER_KEYS", Encrypted.KEYS)
                .startKeeper(
                        server,
                        List.of("payload-codec"),
                        "-Dheddle.extension.payload-codec.keys.variable=KEEPER_KEYS",
                        "-Dheddle.extension.payload-codec.key=" + Encrypted.KEY_ID);
        keeper.await("kept");
    }

    @Test
    void historiesMemosSummariesHeartbeatsAndNexus(TemporalServer server) {
        try (StoredPayloads stored = new StoredPayloads(server.address())) {
            List<HistoryEvent> events = stored.history(keeper.queue(), "").getEventsList();
            events.forEach(KeptPlacesTest::hasNothingInPlain);
            assertThat(events.stream()
                            .filter(event -> !StoredPayloads.in(event).isEmpty())
                            .map(HistoryEvent::getEventType))
                    .containsExactly(
                            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
                            EventType.EVENT_TYPE_NEXUS_OPERATION_SCHEDULED,
                            EventType.EVENT_TYPE_NEXUS_OPERATION_COMPLETED,
                            EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
            DescribeWorkflowExecutionResponse known = stored.description(keeper.queue());
            hasNothingInPlain(known);
            assertThat(StoredPayloads.in(known.getWorkflowExecutionInfo().getMemo()))
                    .hasSize(1);
            assertThat(StoredPayloads.in(known.getExecutionConfig().getUserMetadata()))
                    .as("summary and details")
                    .hasSize(2);
            assertThat(StoredPayloads.in(known.getPendingActivities(0).getHeartbeatDetails()))
                    .hasSize(1);
        }
    }

    @Test
    void schedules(TemporalServer server) {
        try (StoredPayloads stored = new StoredPayloads(server.address())) {
            DescribeScheduleResponse schedule = stored.schedule(keeper.queue());
            hasNothingInPlain(schedule);
            assertThat(StoredPayloads.in(schedule.getMemo())).hasSize(1);
            assertThat(StoredPayloads.in(schedule.getSchedule()
                            .getAction()
                            .getStartWorkflow()
                            .getInput()))
                    .hasSize(2);
            assertThat(StoredPayloads.in(schedule.getSchedule()
                            .getAction()
                            .getStartWorkflow()
                            .getMemo()))
                    .hasSize(1);
        }
    }

    @Test
    void anActivityWithoutAWorkflow(TemporalServer server) {
        try (StoredPayloads stored = new StoredPayloads(server.address())) {
            DescribeActivityExecutionResponse activity = stored.activity(keeper.queue() + KeptPlaces.ALONE);
            hasNothingInPlain(activity);
            assertThat(StoredPayloads.in(activity.getInput())).hasSize(1);
            assertThat(StoredPayloads.in(activity.getOutcome())).hasSize(1);
        }
    }

    @Test
    void theCommandLineReadsAndWritesByTheCodecServer(TemporalServer server) throws Exception {
        CommandLine temporal = CommandLine.of(server);
        String id = keeper.queue();
        String[] show = {"workflow", "show", "--workflow-id", id, "--output", "json"};
        Process codec = new ForkedJvm()
                .option("-Dheddle.agent=" + Repository.agentJar())
                .environment("KEEPER_KEYS", Encrypted.KEYS)
                .startJar(
                        Repository.extensionJar("payload-codec"),
                        "serve",
                        "keys.variable=KEEPER_KEYS",
                        "key=" + Encrypted.KEY_ID,
                        "port=0");
        try (BufferedReader output = ForkedJvm.outputOf(codec)) {
            String endpoint =
                    ForkedJvm.await(output, "decodes at ").replaceAll("(?s).*decodes at (\\S+)/decode.*", "$1");
            assertThat(temporal.run(show)).contains(ENCRYPTED).doesNotContain(SAID);
            temporal.run(
                    "workflow",
                    "signal",
                    "--workflow-id",
                    id,
                    "--name",
                    "late",
                    "--input",
                    '"' + Peers.GREETING + '"',
                    "--codec-endpoint",
                    endpoint);
            assertThat(temporal.run(with(show, "--codec-endpoint", endpoint)))
                    .contains(SAID)
                    .doesNotContain(ENCRYPTED);
        } finally {
            codec.destroyForcibly();
        }
        try (StoredPayloads stored = new StoredPayloads(server.address())) {
            List<HistoryEvent> signals = stored.history(id, "").getEventsList().stream()
                    .filter(HistoryEvent::hasWorkflowExecutionSignaledEventAttributes)
                    .toList();
            assertThat(signals).singleElement().satisfies(KeptPlacesTest::hasNothingInPlain);
            assertThat(StoredPayloads.in(signals.get(0))).hasSize(1);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String[] with(String[] words, String... more) {
        return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static void hasNothingInPlain(Message message) {
        assertThat(message.toByteString().toStringUtf8()).doesNotContain(Peers.GREETING);
        assertThat(StoredPayloads.in(message)).as(message.toString()).allMatch(Encrypted::is);
    }
}
