package dev.heddle.extension.activitymetrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.heddle.api.Category;
import dev.heddle.testing.fake.FakeCall;
import dev.heddle.testing.fake.FakeInterceptors;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each test has a workflow type of its own, because the global OpenTelemetry is the same for all. */
class ActivityMetricsTest {
    private static final String START = "activity_schedule_to_start_latency";
    private static final String CLOSE = "activity_schedule_to_close_latency";
    private static final InMemoryMetricReader READER = InMemoryMetricReader.create();
    private static FakeInterceptors interceptors;

    /** The extension registers before the application sets its OpenTelemetry, as with the agent. */
    @BeforeAll
    static void start() throws Exception {
        interceptors = FakeInterceptors.of(new ActivityMetrics(), Map.of());
        assertThat(GlobalOpenTelemetry.isSet()).isFalse();
        OpenTelemetrySdk.builder()
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(READER).build())
                .buildAndRegisterGlobal();
    }

    @Test
    void recordsHowLongAnActivityWaitsAndTakes() throws Throwable {
        Instant now = Instant.now();
        FakeCall call = activity("Succeeds", now.minusSeconds(10), now.minusSeconds(10), now.minusSeconds(7));
        assertThat(call.through(interceptors, arguments -> "charged")).isEqualTo("charged");

        assertThat(points(START, "Succeeds")).singleElement().satisfies(point -> {
            assertThat(point.getSum()).isEqualTo(3);
            assertThat(point.getAttributes())
                    .isEqualTo(Attributes.of(
                            AttributeKey.stringKey("workflow_type"),
                            "Succeeds",
                            AttributeKey.stringKey("activity_type"),
                            "Charge"));
        });
        assertThat(points(CLOSE, "Succeeds"))
                .singleElement()
                .satisfies(point -> assertThat(point.getSum()).isCloseTo(10, within(5d)));
    }

    @Test
    void aRetryWaitsFromItsOwnScheduling() throws Throwable {
        Instant now = Instant.now();
        FakeCall call = activity("Retries", now.minusSeconds(100), now.minusSeconds(2), now.minusSeconds(1));
        call.through(interceptors, arguments -> null);
        assertThat(points(START, "Retries").get(0).getSum()).isEqualTo(1);
        assertThat(points(CLOSE, "Retries").get(0).getSum()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void aFailureThatMayBeRetriedClosesNothing() {
        IllegalStateException failure = new IllegalStateException("no stock");
        assertThatThrownBy(() -> activity("Fails").through(interceptors, arguments -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(points(START, "Fails")).hasSize(1);
        assertThat(points(CLOSE, "Fails")).isEmpty();
    }

    @Test
    void aFailureForGoodClosesTheActivity() {
        IllegalStateException failure = new IllegalStateException("no such card");
        FakeCall call = activity("Declines").with("willRetry", Optional.of(false));
        assertThatThrownBy(() -> call.through(interceptors, arguments -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(points(CLOSE, "Declines")).hasSize(1);
    }

    @Test
    void anActivityThatFinishesLaterIsClosedThen() throws Throwable {
        CompletableFuture<Object> later = new CompletableFuture<>();
        activity("Later").through(interceptors, arguments -> later);
        assertThat(points(CLOSE, "Later")).isEmpty();
        later.complete("done");
        assertThat(points(CLOSE, "Later")).hasSize(1);
    }

    @Test
    void localActivitiesAreLeftOut() throws Throwable {
        activity("Local").with("local", true).through(interceptors, arguments -> null);
        assertThat(points(START, "Local")).isEmpty();
    }

    @Test
    void clocksThatDifferMakeNothingNegative() throws Throwable {
        Instant now = Instant.now();
        activity("Skewed", now.plusSeconds(60), now.plusSeconds(60), now).through(interceptors, arguments -> null);
        assertThat(points(START, "Skewed").get(0).getSum()).isZero();
        assertThat(points(CLOSE, "Skewed").get(0).getSum()).isZero();
    }

    /** Where the server does not say when it was scheduled. */
    @Test
    void whatIsNotKnownIsNotRecorded() throws Throwable {
        activity("Unknown", null, null, Instant.EPOCH).through(interceptors, arguments -> null);
        assertThat(points(START, "Unknown")).isEmpty();
        assertThat(points(CLOSE, "Unknown")).isEmpty();
    }

    @Test
    void anActivityOfNoWorkflowIsRecordedToo() throws Throwable {
        activity(null).through(interceptors, arguments -> null);
        assertThat(points(START, "none")).hasSize(1);
    }

    private static FakeCall activity(String workflowType) {
        return activity(workflowType, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
    }

    private static FakeCall activity(String workflowType, Instant scheduled, Instant attempt, Instant started) {
        return FakeCall.of(Category.ACTIVITY_INBOUND, "execute")
                .with("workflowType", workflowType)
                .with("activityType", "Charge")
                .with("scheduledAt", scheduled)
                .with("attemptScheduledAt", attempt)
                .with("startedAt", started);
    }

    private static List<HistogramPointData> points(String name, String workflowType) {
        return READER.collectAllMetrics().stream()
                .filter(metric -> metric.getName().equals(name))
                .flatMap(metric -> metric.getHistogramData().getPoints().stream())
                .filter(point ->
                        workflowType.equals(point.getAttributes().get(AttributeKey.stringKey("workflow_type"))))
                .toList();
    }
}
