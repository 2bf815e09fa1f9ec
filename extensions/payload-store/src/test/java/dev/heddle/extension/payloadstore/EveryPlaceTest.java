package dev.heddle.extension.payloadstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Payload;
import dev.heddle.api.PayloadCodec;
import dev.heddle.api.Settings;
import dev.heddle.testing.Heddle;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nothing large of an unmodified application leaves, and all of it arrives. */
class EveryPlaceTest {
    private static final String QUEUE = "bulk";

    @TempDir
    Path folder;

    private final WireTap tap = new WireTap();

    @RegisterExtension
    final Heddle heddle =
            Heddle.with(new PayloadStoring()).named("payload-store").setting("threshold", "10K");

    @BeforeEach
    void begin() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        heddle.setting("file.folder", folder.toString());
    }

    private TestWorkflowEnvironment environment() {
        heddle.and(tap);
        TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(
                TestEnvironmentOptions.newBuilder().setUseTimeskipping(false).build());
        Worker worker = environment.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(Bulk.ParentImpl.class, Bulk.ChildImpl.class);
        worker.registerActivitiesImplementations(new Bulk.WorkImpl());
        environment.start();
        return environment;
    }

    private static WorkflowExecution run(WorkflowClient client) {
        Bulk.Parent parent = client.newWorkflowStub(
                Bulk.Parent.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(QUEUE)
                        .setMemo(Map.of("memo", Bulk.of("a memo")))
                        .build());
        WorkflowExecution first = WorkflowClient.start(parent::run, Bulk.of("a start"), 1);
        assertThat(parent.query(Bulk.of("a query"))).isEqualTo(Bulk.of("a query's result"));
        assertThat(parent.update(Bulk.of("an update"))).isEqualTo(Bulk.of("an update's result"));
        parent.signal(Bulk.of("a signal"));
        assertThat(WorkflowStub.fromTyped(parent).getResult(String.class)).isEqualTo(Bulk.of("the end"));
        return first;
    }

    private List<String> stored() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> {
                        try {
                            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                        } catch (IOException unreadable) {
                            throw new AssertionError(unreadable);
                        }
                    })
                    .toList();
        }
    }

    @Test
    void nothingLargeLeaves() throws Exception {
        try (TestWorkflowEnvironment environment = environment()) {
            WorkflowExecution first = run(environment.getWorkflowClient());
            assertThat(tap.methodsWith(Bulk.MARK)).isEmpty();
            assertThat(tap.methodsWith(Reference.MESSAGE_TYPE))
                    .contains(
                            "StartWorkflowExecution",
                            "QueryWorkflow",
                            "UpdateWorkflowExecution",
                            "SignalWorkflowExecution",
                            "RespondWorkflowTaskCompleted",
                            "RespondActivityTaskCompleted",
                            "RespondActivityTaskFailed",
                            "RecordActivityTaskHeartbeat");
            assertThat(stored()).hasSizeGreaterThan(15).allMatch(object -> object.contains(Bulk.MARK));
            // What is at the server can be run again, as the client gets it.
            WorkflowExecutionHistory history =
                    environment.getWorkflowClient().fetchHistory(first.getWorkflowId(), first.getRunId());
            assertThat(history.toJson(false)).doesNotContain(Reference.MESSAGE_TYPE);
            WorkflowReplayer.replayWorkflowExecution(history, Bulk.ParentImpl.class);
        }
    }

    /** Stands in for payload-codec: turns all bits. */
    private static final class Turning implements Extension, PayloadCodec {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.codec(this);
        }

        @Override
        public Payload encode(Payload payload) {
            return payload.replacedBy(Map.of("encoding", "turned"), turn(payload.toByteArray()));
        }

        @Override
        public Payload decode(Payload payload) {
            return "turned".equals(payload.metadata("encoding")) ? payload.replacedBy(turn(payload.data())) : payload;
        }

        private static byte[] turn(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= (byte) 0xff;
            }
            return bytes;
        }
    }

    @Test
    void whatIsStoredIsEncodedBefore() throws Exception {
        heddle.and(new Turning()).named("turning");
        try (TestWorkflowEnvironment environment = environment()) {
            run(environment.getWorkflowClient());
            assertThat(tap.methodsWith(Bulk.MARK)).isEmpty();
            assertThat(tap.methodsWith(Reference.MESSAGE_TYPE)).contains("StartWorkflowExecution");
            assertThat(stored())
                    .hasSizeGreaterThan(15)
                    .noneMatch(object -> object.contains(Bulk.MARK))
                    .allMatch(object -> object.contains("turned"));
        }
    }

    @Test
    void ofZeroOnAllIsStored() throws Exception {
        heddle.setting("threshold", "0");
        try (TestWorkflowEnvironment environment = environment()) {
            run(environment.getWorkflowClient());
            assertThat(tap.methodsWith("json/plain")).isEmpty();
        }
    }

    @Test
    void aFleetThatFetchesOnlyStoresNothing() throws Exception {
        heddle.setting("mode", "fetch-only");
        try (TestWorkflowEnvironment environment = environment()) {
            run(environment.getWorkflowClient());
            assertThat(tap.methodsWith(Reference.MESSAGE_TYPE)).isEmpty();
            assertThat(stored()).isEmpty();
        }
    }

    @ActivityInterface
    public interface Echo {
        @ActivityMethod
        String echo(String text);
    }

    @Test
    void anActivityAloneIsTested() {
        TestActivityEnvironment environment = TestActivityEnvironment.newInstance();
        try {
            environment.registerActivitiesImplementations((Echo) text -> text);
            assertThat(environment.newActivityStub(Echo.class).echo(Bulk.of("a test")))
                    .isEqualTo(Bulk.of("a test"));
        } finally {
            environment.close();
        }
    }
}
