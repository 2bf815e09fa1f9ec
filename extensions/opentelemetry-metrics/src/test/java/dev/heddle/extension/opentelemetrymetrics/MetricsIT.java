package dev.heddle.extension.opentelemetrymetrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.testing.Heddle;
import dev.heddle.testing.grpc.DummyServer;
import dev.heddle.testing.grpc.DummyService;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With the agent and the libraries: each call counts once, whatever is replayed. */
class MetricsIT {
    @ActivityInterface
    public interface Till {
        String charge(String card);
    }

    @WorkflowInterface
    public interface Purchase {
        @WorkflowMethod
        String buy(String card);

        @SignalMethod
        void hurry();
    }

    public static final class PurchaseWorkflow implements Purchase {
        private boolean hurried;

        @Override
        public String buy(String card) {
            Till till = Workflow.newActivityStub(
                    Till.class,
                    ActivityOptions.newBuilder()
                            .setStartToCloseTimeout(Duration.ofMinutes(1))
                            .build());
            String receipt = till.charge(card);
            Workflow.await(() -> hurried);
            return till.charge(receipt);
        }

        @Override
        public void hurry() {
            hurried = true;
        }
    }

    @RegisterExtension
    final Heddle heddle = Heddle.with(new OpentelemetryMetrics()).setting("payloads", "true");

    /** The application's OpenTelemetry is there before the first call. */
    @BeforeAll
    static void start() {
        Recorded.all();
    }

    /** A cache of one has the first workflow replay what was before, because the second has been there meanwhile. */
    @Test
    void eachCallCountsOnceAlthoughAWorkflowReplays() throws Exception {
        CountDownLatch charged = new CountDownLatch(1);
        Till till = card -> {
            charged.countDown();
            return card + "!";
        };
        heddle.temporal()
                // Who waits for the second has time skip, once that has ended to where the first times out.
                .timeSkipping(false)
                .options(options -> options.setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkflowCacheSize(1)
                        .build()))
                .activities(till)
                .workflows(PurchaseWorkflow.class);
        Purchase first = heddle.temporal().workflow(Purchase.class);
        WorkflowStub stub = WorkflowStub.fromTyped(first);
        stub.start("visa");
        assertThat(charged.await(5, TimeUnit.MINUTES)).isTrue();
        Purchase second = heddle.temporal().workflow(Purchase.class);
        WorkflowStub.fromTyped(second).start("other");
        second.hurry();
        assertThat(WorkflowStub.fromTyped(second).getResult(String.class)).isEqualTo("other!!");
        first.hurry();
        assertThat(stub.getResult(String.class)).isEqualTo("visa!!");

        Map<String, Long> expected = Map.of(
                "client start", 2L,
                "client signal", 2L,
                "client getResult", 2L,
                "workflow inbound execute", 2L,
                "workflow inbound handleSignal", 2L,
                "workflow outbound executeActivity", 4L,
                "activity inbound execute", 4L);
        expected.forEach((call, count) ->
                assertThat(counted("heddle_call_latency", call)).as(call).isEqualTo(count));
        List<Recorded.Point> waited =
                Recorded.points("heddle_activity_schedule_to_start_latency", "workflow_type", "Purchase");
        assertThat(waited).singleElement().extracting(Recorded.Point::count).isEqualTo(4L);
        assertThat(Recorded.points("heddle_workflow_replays", "workflow_type", "Purchase"))
                .singleElement()
                .satisfies(replays -> assertThat(replays.count()).isPositive());
        assertThat(Recorded.points("heddle_workflow_task_failures", "workflow_type", "Purchase"))
                .isEmpty();
        assertThat(Recorded.points("heddle_payload_size", "direction", "encode"))
                .singleElement()
                .satisfies(payloads -> assertThat(payloads.count()).isGreaterThanOrEqualTo(5));
        theSdksOwnMetricsAreThere();
    }

    /** A test environment has a connection of its own, as each has that asks for the result: at least one of each kind. */
    private static void theSdksOwnMetricsAreThere() {
        assertThat(Recorded.points("temporal_request", "operation", "StartWorkflowExecution"))
                .singleElement()
                .extracting(Recorded.Point::count)
                .isEqualTo(2L);
        assertThat(Recorded.points("temporal_request_latency", "operation", "StartWorkflowExecution"))
                .singleElement()
                .satisfies(latency -> assertThat(latency.sum()).isPositive());
        assertThat(Recorded.points("temporal_worker_task_slots_available", "worker_type", "WorkflowWorker"))
                .isNotEmpty();
    }

    /** Of this test's task queue, or of a client that does not say, for there is no other test of workflows here. */
    private static long counted(String metric, String call) {
        return Recorded.points().stream()
                .filter(point -> point.metric().equals(metric))
                .filter(point -> call.equals(point.attributes().get("category") + " "
                        + point.attributes().get("operation")))
                .mapToLong(Recorded.Point::count)
                .sum();
    }

    @Test
    void aGrpcCallIsTimedOnEitherSide() throws Exception {
        try (DummyServer server = new DummyServer(new DummyService()).start()) {
            assertThat(server.client().unary("hello")).isEqualTo("hello");
        }
        for (String metric : List.of("grpc.client.call.duration", "grpc.server.call.duration")) {
            assertThat(Recorded.points(metric, "grpc.status", "OK"))
                    .singleElement()
                    .extracting(Recorded.Point::count)
                    .isEqualTo(1L);
        }
    }
}
