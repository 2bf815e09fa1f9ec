package dev.heddle.realserver.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.realserver.server.RealServer;
import dev.heddle.realserver.server.TemporalServer;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What Java has encrypted by payload-codec Python decrypts as its sample does, and the other way round; what the server has, as
 * its own API tells, is ciphertext.
 */
@ExtendWith(RealServer.class)
class EncryptionTest {
    /** Where the two workflows leave something at the server, beside what is asked and answered. */
    private static final EventType[] PLACES = {
        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED,
        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
        EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
        EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
        EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED,
        EventType.EVENT_TYPE_MARKER_RECORDED,
        EventType.EVENT_TYPE_WORKFLOW_PROPERTIES_MODIFIED,
        EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED,
        EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED,
        EventType.EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED,
        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW,
        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED
    };

    @RegisterExtension
    final Peers peers = new Peers();

    @Test
    void whatOneEncryptsTheOtherReads(TemporalServer server) throws Exception {
        peers.environment("VISIT_KEYS", Encrypted.KEYS);
        Peer python = peers.start(Program.PYTHON, server, "--key", Encrypted.KEYS);
        Peer java = peers.startJava(
                server,
                List.of("payload-codec"),
                "-Dheddle.extension.payload-codec.keys.variable=VISIT_KEYS",
                "-Dheddle.extension.payload-codec.key=2026-11");
        try (StoredPayloads stored = new StoredPayloads(server.address())) {
            for (List<Peer> visit : List.of(List.of(python, java), List.of(java, python))) {
                Peer.Visited visited = visit.get(0).visit(visit.get(1), "-", "-");
                assertThat(visited.seen()).hasSize(9);
                Peer.Visited places = visit.get(0).visit(visit.get(1), "Places", "-", "-");
                // What an effect, if any, a local activity, and the details of a failure have brought.
                assertThat(places.seen()).contains(Peers.GREETING, "activity=-").endsWith(Peers.GREETING);
                assertCiphertext(stored, visited.id(), places.id());
            }
        }
    }

    private static void assertCiphertext(StoredPayloads stored, String visit, String others) {
        String guest = visit + "-helper-guest";
        History visited = stored.history(visit, "");
        History stayed = stored.history(guest, "");
        History before = stored.history(guest, StoredPayloads.runBefore(stayed));
        Set<EventType> places = EnumSet.noneOf(EventType.class);
        for (History history :
                List.of(visited, stored.history(visit + "-helper", ""), stayed, before, stored.history(others, ""))) {
            for (HistoryEvent event : history.getEventsList()) {
                assertThat(event.toByteString().toStringUtf8()).doesNotContain(Peers.GREETING);
                List<Payload> payloads = StoredPayloads.in(event);
                assertThat(payloads).as(event.toString()).allMatch(Encrypted::is);
                if (!payloads.isEmpty()) {
                    places.add(event.getEventType());
                }
            }
        }
        assertThat(places).containsExactlyInAnyOrder(PLACES);
        Payloads greeting = visited.getEventsList().stream()
                .filter(HistoryEvent::hasWorkflowExecutionSignaledEventAttributes)
                .map(event ->
                        event.getWorkflowExecutionSignaledEventAttributes().getInput())
                .findFirst()
                .orElseThrow();
        assertThat(StoredPayloads.in(stored.ask(visit, "state", greeting)))
                .singleElement()
                .matches(Encrypted::is);
    }
}
