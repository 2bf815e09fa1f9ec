package dev.heddle.extension.opentelemetrymetrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.heddle.api.Category;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcStatus;
import dev.heddle.testing.fake.FakeCall;
import dev.heddle.testing.fake.FakeInterceptors;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final String LATENCY = "heddle_call_latency";
    private static final String TYPE = "workflow_type";

    private final FakeInterceptors metrics;

    MetricsTest() throws Exception {
        metrics = Recorded.extension(Map.of());
    }

    private void fail(FakeCall call, Throwable failure) {
        assertThatThrownBy(() -> call.through(metrics, arguments -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    private static Recorded.Point only(String metric, String workflowType) {
        List<Recorded.Point> points = Recorded.points(metric, TYPE, workflowType);
        assertThat(points).hasSize(1);
        return points.get(0);
    }

    @Test
    void aCallHasTheAttributesOfTheSdksAndNoId() throws Throwable {
        for (int time = 0; time < 3; time++) {
            Sample.of(Category.WORKFLOW_INBOUND, "handleSignal", "Signalled")
                    .with("name", "ship")
                    .with("id", "an ID")
                    .with("currentTime", Instant.EPOCH)
                    .through(metrics, arguments -> null);
        }
        Recorded.Point point = only(LATENCY, "Signalled");
        assertThat(point.count()).isEqualTo(3);
        assertThat(point.attributes())
                .isEqualTo(Map.of(
                        "category",
                        "workflow inbound",
                        "operation",
                        "handleSignal",
                        "namespace",
                        "default",
                        "task_queue",
                        "orders",
                        TYPE,
                        "Signalled",
                        "signal_name",
                        "ship",
                        "outcome",
                        "ok"));
    }

    @Test
    void aFailureHasItsType() {
        fail(Sample.of(Category.CLIENT, "start", "Failing"), new IllegalStateException(new NullPointerException()));
        assertThat(only(LATENCY, "Failing").attributes())
                .containsEntry("outcome", "failed")
                .containsEntry("exception", "NullPointerException");
        fail(
                Sample.of(Category.CLIENT, "start", "Declined"),
                ApplicationFailure.newFailure("card 4111 of ada", "CardDeclined"));
        assertThat(only(LATENCY, "Declined").attributes()).containsEntry("exception", "CardDeclined");
    }

    @Test
    void whatIsBenignOrCancelledIsNoFailure() {
        fail(
                Sample.of(Category.ACTIVITY_INBOUND, "execute", "Benign"),
                ApplicationFailure.newBuilder()
                        .setMessage("later")
                        .setType("NotYet")
                        .setCategory(ApplicationErrorCategory.BENIGN)
                        .build());
        assertThat(only(LATENCY, "Benign").attributes()).containsEntry("outcome", "benign");
        fail(Sample.of(Category.WORKFLOW_INBOUND, "execute", "Cancelled"), new CanceledFailure("by the user"));
        assertThat(only(LATENCY, "Cancelled").attributes()).containsEntry("outcome", "canceled");
    }

    @Test
    void aRunIsTimedByItsWorkflowAndNotToldAgainByReplay() throws Throwable {
        FakeCall run = Sample.of(Category.WORKFLOW_INBOUND, "execute", "Long")
                .with("runStartedAt", Instant.EPOCH)
                .with("currentTime", Instant.ofEpochSecond(3_600));
        run.through(metrics, arguments -> null);
        run.with("replaying", true).through(metrics, arguments -> null);
        Recorded.Point point = only(LATENCY, "Long");
        assertThat(point.count()).isEqualTo(1);
        assertThat(point.sum()).isEqualTo(3_600);
        assertThat(only("heddle_workflow_replays", "Long").count()).isEqualTo(1);
    }

    @Test
    void aCallThatEndsAfterTheReplayIsTold() throws Throwable {
        FakeCall call = Sample.of(Category.WORKFLOW_OUTBOUND, "executeActivity", "Goes on")
                .with("replaying", true);
        call.through(metrics, arguments -> call.with("replaying", false));
        assertThat(only(LATENCY, "Goes on").count()).isEqualTo(1);
    }

    @Test
    void whatFailsAWorkflowIsNoFailureOfItsTask() {
        fail(Sample.of(Category.WORKFLOW_INBOUND, "execute", "Ends"), ApplicationFailure.newFailure("no", "No"));
        assertThat(Recorded.points("heddle_workflow_task_failures", TYPE, "Ends"))
                .isEmpty();
        fail(Sample.of(Category.WORKFLOW_INBOUND, "handleSignal", "Stumbles"), new NullPointerException());
        assertThat(only("heddle_workflow_task_failures", "Stumbles").attributes())
                .containsEntry("exception", "NullPointerException");
    }

    @Test
    void anActivityWaitsAndCloses() throws Throwable {
        Instant now = Instant.now();
        FakeCall activity = Sample.of(Category.ACTIVITY_INBOUND, "execute", "Waiting")
                .with("activityType", "Charge")
                .with("scheduledAt", now.minusSeconds(10))
                .with("attemptScheduledAt", now.minusSeconds(4))
                .with("startedAt", now.minusSeconds(1));
        activity.through(metrics, arguments -> null);
        fail(activity, new IllegalStateException("again"));
        fail(activity.with("willRetry", Optional.of(false)), new IllegalStateException("for good"));
        Recorded.Point start = only("heddle_activity_schedule_to_start_latency", "Waiting");
        assertThat(start.count()).isEqualTo(3);
        assertThat(start.sum()).isEqualTo(9);
        assertThat(start.attributes())
                .isEqualTo(Map.of(
                        "namespace", "default", "task_queue", "orders", TYPE, "Waiting", "activity_type", "Charge"));
        Recorded.Point close = only("heddle_activity_schedule_to_close_latency", "Waiting");
        assertThat(close.count()).isEqualTo(2);
        assertThat(close.sum()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void clocksThatDifferMakeNothingNegative() throws Throwable {
        Sample.of(Category.ACTIVITY_INBOUND, "execute", "Skewed")
                .with("attemptScheduledAt", Instant.ofEpochSecond(100))
                .with("startedAt", Instant.ofEpochSecond(90))
                .through(metrics, arguments -> null);
        assertThat(only("heddle_activity_schedule_to_start_latency", "Skewed").sum())
                .isZero();
    }

    @Test
    void aLocalActivityWaitsForNobody() throws Throwable {
        Sample.of(Category.ACTIVITY_INBOUND, "execute", "Local")
                .with("local", true)
                .through(metrics, arguments -> null);
        assertThat(Recorded.points("heddle_activity_schedule_to_start_latency", TYPE, "Local"))
                .isEmpty();
        assertThat(only(LATENCY, "Local").count()).isEqualTo(1);
    }

    @Test
    void gRpcCallsHaveTheStandardNamesAndEndOnce() throws Throwable {
        String method = "orders.Once/Place";
        FakeCall client = FakeCall.of(Category.GRPC_CLIENT, method).with("authority", "orders:443");
        client.through(metrics, arguments -> {
            Sample.ended(client, GrpcStatus.Code.NOT_FOUND);
            return Sample.ended(client, GrpcStatus.Code.OK);
        });
        FakeCall server = FakeCall.of(Category.GRPC_SERVER, method);
        server.through(metrics, arguments -> {
            server.events().forEach(GrpcEvents::onCancel);
            return Sample.ended(server, GrpcStatus.Code.OK);
        });
        assertThat(Recorded.points("grpc.client.call.duration", "grpc.method", method))
                .singleElement()
                .extracting(Recorded.Point::attributes)
                .isEqualTo(Map.of("grpc.method", method, "grpc.target", "orders:443", "grpc.status", "NOT_FOUND"));
        assertThat(Recorded.points("grpc.server.call.duration", "grpc.method", method))
                .singleElement()
                .extracting(Recorded.Point::attributes)
                .isEqualTo(Map.of("grpc.method", method, "grpc.status", "CANCELLED"));
        assertThat(Recorded.points("grpc.server.call.started", "grpc.method", method))
                .singleElement()
                .extracting(Recorded.Point::count)
                .isEqualTo(1L);
    }

    @Test
    void temporalsOwnCallsAreNotCounted() throws Throwable {
        String poll = "temporal.api.workflowservice.v1.WorkflowService/PollWorkflowTaskQueue";
        FakeCall call = FakeCall.of(Category.GRPC_CLIENT, poll);
        call.through(metrics, arguments -> Sample.ended(call, GrpcStatus.Code.OK));
        assertThat(Recorded.points("grpc.client.call.duration", "grpc.method", poll))
                .isEmpty();
    }

    @Test
    void whoeverChoosesNamesFillsNoMemory() throws Throwable {
        FakeInterceptors few = Recorded.extension(Map.of("limit", "3"));
        for (int number = 0; number < 10_000; number++) {
            Sample.of(Category.CLIENT, "signal", "Hostile")
                    .with("name", "signal " + number)
                    .through(few, arguments -> null);
        }
        assertThat(Recorded.points(LATENCY, TYPE, "Hostile")).hasSize(3);
        assertThat(Recorded.points(LATENCY, "otel.metric.overflow", "true"))
                .singleElement()
                .satisfies(point -> assertThat((double) point.count()).isCloseTo(9_997, within(0d)));
        assertThat(few.log())
                .singleElement()
                .asString()
                .startsWith("WARNING: heddle_call_latency has more than 3 sets of attributes");
    }

    @Test
    void whatIsNotWantedIsNotThere() throws Throwable {
        FakeInterceptors none = Recorded.extension(Map.of("temporal", "false", "grpc", "false"));
        Sample.of(Category.CLIENT, "start", "Unwanted").through(none, arguments -> null);
        assertThat(Recorded.points(LATENCY, TYPE, "Unwanted")).isEmpty();
        assertThat(none.codecs()).isEmpty();
        assertThatThrownBy(() -> Recorded.extension(Map.of("limit", "-1"))).hasMessageContaining("limit");
    }
}
