package dev.heddle.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.heddle.api.Category;
import dev.heddle.realserver.server.TemporalServer;
import dev.heddle.testing.Calls;
import dev.heddle.testing.RecordedCall;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.api.enums.v1.ActivityExecutionStatus;
import io.temporal.client.ActivityClient;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.ActivityExecutionMetadata;
import io.temporal.client.ActivityFailedException;
import io.temporal.client.ActivityHandle;
import io.temporal.client.StartActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every call of the client of activities that belong to no workflow, and those that complete them. */
@ExtendWith(SkippedWhereMissing.class)
class ActivityClientTest extends ServerTest {
    private final String id = UUID.randomUUID().toString();
    private ActivityClient activities;
    private ActivityCompletionClient completion;

    @ActivityInterface
    public interface Packing {
        @ActivityMethod
        String pack(String what);

        /** Is completed by someone else. */
        @ActivityMethod
        String handOver(String what);
    }

    public static final class PackingActivity implements Packing {
        @Override
        public String pack(String what) {
            return "packed " + what;
        }

        @Override
        public String handOver(String what) {
            Activity.getExecutionContext().doNotCompleteOnReturn();
            return null;
        }
    }

    @BeforeEach
    void serve() {
        application.activities(new PackingActivity()).start();
        activities = ActivityClient.newInstance(application.service());
        completion = application.client().newActivityCompletionClient();
    }

    private StartActivityOptions options() {
        return StartActivityOptions.newBuilder()
                .setId(id)
                .setTaskQueue(application.taskQueue())
                .setStartToCloseTimeout(Duration.ofMinutes(1))
                .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
                .build();
    }

    private ActivityHandle<String> pack() {
        return activities.start(Packing.class, Packing::pack, options(), "yarn");
    }

    /** One that a worker has taken and that nobody has completed. */
    private ActivityHandle<String> open() {
        ActivityHandle<String> handle = activities.start(Packing.class, Packing::handOver, options(), "yarn");
        first(heddle.calls().in(Category.ACTIVITY_OUTBOUND).named("doNotCompleteOnReturn"));
        return handle;
    }

    private Calls executions() {
        return heddle.calls().in(Category.ACTIVITY_INBOUND).named("execute");
    }

    private RecordedCall activityCall(String operation) {
        RecordedCall call = clientCall(operation);
        assertThat(call.id()).isEqualTo(id);
        return call;
    }

    @Test
    void startActivity() {
        pack();
        assertThat(activityCall("startActivity").name()).isEqualTo("Pack");
        assertThat(first(executions()).name()).isEqualTo("Pack");
        assertThat(sender(first(executions()))).isEqualTo("client startActivity");
    }

    @Test
    void getActivityResult() {
        assertThat(pack().getResult()).isEqualTo("packed yarn");
        assertThat(activityCall("getActivityResult").result()).isEqualTo("packed yarn");
    }

    @Test
    void getActivityResultAsync() {
        assertThat(pack().getResultAsync().join()).isEqualTo("packed yarn");
        assertThat(activityCall("getActivityResultAsync").result()).isEqualTo("packed yarn");
    }

    @Test
    void describeActivity() {
        ActivityHandle<String> handle = pack();
        handle.getResult();
        assertThat(handle.describe().getActivityType()).isEqualTo("Pack");
        assertThat(activityCall("describeActivity").failure()).isNull();
    }

    @Test
    void cancelActivityAndReportCancellationStandalone() {
        ActivityHandle<String> handle = open();
        handle.cancel("no yarn");
        assertThat(activityCall("cancelActivity").arguments()).contains("no yarn");
        completion.reportCancellationStandalone(id, Optional.of(handle.getActivityRunId()), "reported");
        assertThat(activityCall("reportCancellationStandalone").arguments()).contains("reported");
        assertThatThrownBy(handle::getResult).isInstanceOf(ActivityFailedException.class);
        assertThat(handle.describe().getStatus()).isEqualTo(ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_CANCELED);
    }

    @Test
    void terminateActivity() {
        ActivityHandle<String> handle = open();
        handle.terminate("no yarn");
        assertThat(activityCall("terminateActivity").arguments()).contains("no yarn");
        assertThat(handle.describe().getStatus())
                .isEqualTo(ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_TERMINATED);
    }

    @Test
    void listActivities() {
        pack();
        await().until(() -> {
            try (Stream<ActivityExecutionMetadata> found = activities.listExecutions(query())) {
                return found.anyMatch(each -> each.getActivityId().equals(id));
            }
        });
        assertAsked("listActivities");
    }

    @Test
    void countActivities() {
        pack();
        await().until(() -> activities.countExecutions(query()).getCount() == 1);
        assertAsked("countActivities");
    }

    private String query() {
        return "ActivityId = '" + id + "'";
    }

    /** The server's index is a moment behind, so it may take more than one. */
    private void assertAsked(String operation) {
        assertThat(heddle.calls().in(Category.CLIENT).named(operation))
                .isNotEmpty()
                .allMatch(RecordedCall::arrived)
                .allMatch(call -> call.arguments().contains(query()));
    }

    @Test
    void completeStandalone() {
        ActivityHandle<String> handle = open();
        completion.completeStandalone(id, Optional.of(handle.getActivityRunId()), "handed over");
        assertThat(activityCall("completeStandalone").arguments()).contains("handed over");
        assertThat(handle.getResult()).isEqualTo("handed over");
    }

    @Test
    void completeExceptionallyStandalone() {
        ActivityHandle<String> handle = open();
        Exception torn = new IllegalStateException("torn");
        completion.completeExceptionallyStandalone(id, Optional.of(handle.getActivityRunId()), torn);
        assertThat(activityCall("completeExceptionallyStandalone").arguments()).contains(torn);
        assertThatThrownBy(handle::getResult)
                .isInstanceOf(ActivityFailedException.class)
                .hasStackTraceContaining("torn");
    }

    @Test
    void heartbeatStandalone() {
        ActivityHandle<String> handle = open();
        completion.heartbeatStandalone(id, Optional.of(handle.getActivityRunId()), "half");
        assertThat(activityCall("heartbeatStandalone").arguments()).contains("half");
        assertThat(handle.describe().getLastHeartbeatTime()).isNotNull();
    }

    @Test
    void theActivityClientsOwnCompletionClient() {
        ActivityHandle<String> handle = open();
        activities
                .newActivityCompletionClient()
                .completeStandalone(id, Optional.of(handle.getActivityRunId()), "handed over");
        assertThat(handle.getResult()).isEqualTo("handed over");
        RecordedCall call = activityCall("completeStandalone");
        assertThat(call.arguments()).contains("handed over");
        assertThat(call.namespace()).isEqualTo(TemporalServer.NAMESPACE);
    }
}
