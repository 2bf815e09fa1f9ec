package dev.heddle.extension.payloadcodec;

import static dev.heddle.extension.payloadcodec.Everything.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.testing.Heddle;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of an unmodified application leaves in plain, and all of it arrives. */
class EveryPlaceTest {
    private static final String QUEUE = "everything";

    @TempDir
    static Path keys;

    @RegisterExtension
    final Heddle heddle = Heddle.with(new PayloadEncoding())
            .named("payload-codec")
            .setting("key", "2026")
            .setting("failures", "details");

    private final WireTap tap = new WireTap();

    @BeforeEach
    void begin() throws IOException {
        Path key = Files.writeString(keys.resolve("2026"), "rV3m1Ys8QkM3o0pYw1pK0b4mYqR0E2m3Q1hX9cP8t2A=");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        heddle.setting("keys.folder", keys.toString());
    }

    private TestWorkflowEnvironment environment() {
        TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowServiceStubsOptions(WorkflowServiceStubsOptions.newBuilder()
                        .setGrpcClientInterceptors(tap.asList())
                        .build())
                .setUseTimeskipping(false)
                .build());
        Worker worker = environment.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(Everything.ParentImpl.class, Everything.ChildImpl.class);
        worker.registerActivitiesImplementations(new Everything.WorkImpl());
        environment.start();
        return environment;
    }

    private static WorkflowExecution run(WorkflowClient client) {
        Everything.Parent parent = client.newWorkflowStub(
                Everything.Parent.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(QUEUE)
                        .setMemo(Map.of("memo", SECRET + " of a memo"))
                        .setStaticSummary(SECRET + " of a static summary")
                        .setStaticDetails(SECRET + " of static details")
                        .build());
        WorkflowExecution first = WorkflowClient.start(parent::run, SECRET + " of a start", 1);
        assertThat(parent.query(SECRET + " of a query")).isEqualTo(SECRET + " of a query's result");
        assertThat(parent.update(SECRET + " of an update")).isEqualTo(SECRET + " of an update's result");
        parent.signal(SECRET + " of a signal");
        WorkflowStub stub = WorkflowStub.fromTyped(parent);
        assertThatThrownBy(() -> stub.getResult(String.class))
                .isInstanceOf(WorkflowFailedException.class)
                .cause()
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(failure.getOriginalMessage()).isEqualTo("the end");
                    assertThat(failure.getDetails().get(String.class)).isEqualTo(SECRET + " of the end");
                });
        return first;
    }

    @Test
    void nothingLeavesInPlain() throws Exception {
        try (TestWorkflowEnvironment environment = environment()) {
            WorkflowExecution first = run(environment.getWorkflowClient());
            assertThat(tap.methodsWith(SECRET)).isEmpty();
            assertThat(tap.methodsWith("binary/encrypted"))
                    .contains(
                            "StartWorkflowExecution",
                            "QueryWorkflow",
                            "UpdateWorkflowExecution",
                            "SignalWorkflowExecution",
                            "RespondWorkflowTaskCompleted",
                            "RespondActivityTaskCompleted",
                            "RespondActivityTaskFailed",
                            "RecordActivityTaskHeartbeat");
            // What it has stored can be run again.
            WorkflowReplayer.replayWorkflowExecution(
                    environment.getWorkflowClient().fetchHistory(first.getWorkflowId(), first.getRunId()),
                    Everything.ParentImpl.class);
        }
    }

    @Test
    void messagesAndStacksLeaveEncryptedByChoice() {
        heddle.setting("failures", "all");
        try (TestWorkflowEnvironment environment = environment()) {
            run(environment.getWorkflowClient());
            assertThat(tap.methodsWith("the end")).isEmpty();
            assertThat(tap.methodsWith("Encoded failure"))
                    .contains("RespondWorkflowTaskCompleted", "RespondActivityTaskFailed");
        }
    }

    @Test
    void aFleetThatDecodesOnlyWritesInPlain() {
        heddle.setting("mode", "decode-only");
        try (TestWorkflowEnvironment environment = environment()) {
            run(environment.getWorkflowClient());
            assertThat(tap.methodsWith("binary/encrypted")).isEmpty();
            assertThat(tap.methodsWith(SECRET)).contains("StartWorkflowExecution", "RespondWorkflowTaskCompleted");
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
            assertThat(environment.newActivityStub(Echo.class).echo(SECRET)).isEqualTo(SECRET);
        } finally {
            environment.close();
        }
    }
}
