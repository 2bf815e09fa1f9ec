package dev.heddle.realserver.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.realserver.server.RealServer;
import dev.heddle.realserver.server.TemporalServer;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fleet that writes in plain is turned to encryption and back while it works, one member after the other, in the two steps
 * that the page of {@code payload-codec} says: nothing fails, and what was begun before ends well.
 */
@ExtendWith(RealServer.class)
class RolloutTest {
    private static final int MEMBERS = 2;
    private static final String ORDER = "in-flight-" + UUID.randomUUID();
    private static final String PLAIN = "json/plain";
    private static final String ENCRYPTED = "binary/encrypted";

    @TempDir
    private Path keys;

    private final StringBuilder expected = new StringBuilder("first!");

    private static String encoding(HistoryEvent signal) {
        return signal.getWorkflowExecutionSignaledEventAttributes()
                .getInput()
                .getPayloads(0)
                .getMetadataOrThrow("encoding")
                .toStringUtf8();
    }

    /** While half of them is of the new mode and half of the old, both work on the order, and replay it. */
    private void turn(Fleet fleet, String mode) {
        for (int place = 0; place < MEMBERS; place++) {
            fleet.replace(place, mode);
            for (int member = 0; member < MEMBERS; member++) {
                String what = mode + place + member;
                fleet.tell(member, "add " + ORDER + ' ' + what);
                expected.append(' ').append(what).append('!');
            }
            fleet.tell(place, "replay " + ORDER);
        }
    }

    @Test
    void aFleetIsTurnedToEncryptionAndBackWhileItWorks(TemporalServer server) throws Exception {
        Path key = Files.writeString(keys.resolve("k1"), "rV3m1Ys8QkM3o0pYw1pK0b4mYqR0E2m3Q1hX9cP8t2A=");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(server.address())
                .build());
        try (Fleet fleet = new Fleet(server.address(), keys, MEMBERS)) {
            for (int place = 0; place < MEMBERS; place++) {
                fleet.replace(place, null);
            }
            fleet.tell(0, "open " + ORDER + " first");
            turn(fleet, "decode-only");
            turn(fleet, "encode");
            turn(fleet, "decode-only");
            fleet.tell(0, "close " + ORDER + ' ' + expected);
            List<HistoryEvent> events =
                    WorkflowClient.newInstance(stubs).fetchHistory(ORDER).getEvents();
            // What both members have sent, in each turn first with one of the new mode and then with two.
            assertThat(events)
                    .filteredOn(event -> event.getWorkflowExecutionSignaledEventAttributes()
                            .getSignalName()
                            .equals("add"))
                    .extracting(RolloutTest::encoding)
                    .containsExactly(
                            PLAIN, PLAIN, PLAIN, PLAIN, ENCRYPTED, PLAIN, ENCRYPTED, ENCRYPTED, PLAIN, ENCRYPTED, PLAIN,
                            PLAIN);
            assertThat(events)
                    .extracting(HistoryEvent::getEventType)
                    .doesNotContain(
                            EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED, EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED);
        } finally {
            stubs.shutdownNow();
        }
    }
}
