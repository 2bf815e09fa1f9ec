package dev.heddle.extension.opentelemetrytracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.testing.Heddle;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Spans that workflow code makes itself, with a cache and with one of one workflow, which two throw each other out of: each task
 * then replays all that was before.
 */
class OwnSpansIT {
    private static final ExportedSpans EXPORTED = ExportedSpans.GLOBAL;
    private static final Duration BRIEF = Duration.ofMillis(10);
    /** A server that takes a slow worker for lost asks a query again. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration HOUR = Duration.ofHours(1);

    private static final String TREE = """
                client QueryWorkflow:gone
                  server HandleQuery:gone
                    internal query
                client SignalWorkflow:go
                client SignalWorkflow:go
                client StartWorkflow:Making
                  server RunWorkflow:Making
                    internal all
                      client StartActivity:Charge
                        server RunActivity:Charge
                          internal SELECT
                      internal after the effect
                        client StartActivity:Inform
                          server RunActivity:Inform
                      internal at once
                      internal effect
                      internal in vain
                    internal in a callback
                    internal in a function
                      client StartActivity:Inform
                        server RunActivity:Inform
                    server HandleSignal:go
                      internal signal
                    server HandleSignal:go
                      internal signal
                """;

    @RegisterExtension
    final Heddle heddle = Heddle.with(new OpentelemetryTracing());

    private TestWorkflowEnvironment environment(int cacheSize, boolean timeSkipping) {
        TestWorkflowEnvironment environment = heddle.temporal()
                .timeSkipping(timeSkipping)
                .options(options -> options.setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkflowCacheSize(cacheSize)
                        .build()))
                .environment();
        heddle.run(() -> {
            Worker worker = environment.newWorker(
                    heddle.temporal().taskQueue(),
                    WorkerOptions.newBuilder()
                            .setDefaultDeadlockDetectionTimeout(60_000)
                            .setStickyQueueScheduleToStartTimeout(PATIENCE)
                            .build());
            worker.registerWorkflowImplementationTypes(Making.Maker.class);
            worker.registerActivitiesImplementations(new Shop.ShopSteps());
        });
        environment.start();
        return environment;
    }

    private Making begin(TestWorkflowEnvironment environment, Span request, Duration sleep, boolean failsOnce) {
        Making making = environment
                .getWorkflowClient()
                .newWorkflowStub(
                        Making.class,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(heddle.temporal().taskQueue())
                                .setWorkflowTaskTimeout(PATIENCE)
                                .build());
        try (Scope current = request.makeCurrent()) {
            WorkflowStub.fromTyped(making).start(sleep, failsOnce);
        }
        return making;
    }

    private static void goOn(Making making) {
        making.go();
        making.go();
    }

    private static String end(Making making) {
        goOn(making);
        return result(making);
    }

    private static String result(Making making) {
        return WorkflowStub.fromTyped(making).getResult(String.class);
    }

    private static Span request() {
        return GlobalOpenTelemetry.getTracer("test").spanBuilder("request").startSpan();
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 1})
    void eachOnceUnderWhatItBelongsTo(int cacheSize) throws Exception {
        int apartBefore = EXPORTED.named("apart").size();
        TestWorkflowEnvironment environment = environment(cacheSize, false);
        Span request = request();
        Span other = request();
        Making making = begin(environment, request, BRIEF, true);
        Making crowding = begin(environment, other, BRIEF, true);
        try (Scope current = request.makeCurrent()) {
            making.gone();
            assertThat(end(making)).isEqualTo("called");
        }
        try (Scope current = other.makeCurrent()) {
            crowding.gone();
            assertThat(end(crowding)).isEqualTo("called");
        }
        EXPORTED.awaitTree(request, TREE);
        EXPORTED.awaitTree(other, TREE);
        assertThat(EXPORTED.of(request)).extracting(SpanData::getSpanId).doesNotHaveDuplicates();
        assertThat(EXPORTED.named("apart")).hasSize(apartBefore + 2);
    }

    /** What the first attempt has told is told by it alone, under IDs that nothing else takes. */
    @ParameterizedTest
    @ValueSource(ints = {600, 1})
    void signalsThatComeBetweenATaskAndItsRetryTakeNoIdOfOthers(int cacheSize) throws Exception {
        TestWorkflowEnvironment environment = environment(cacheSize, false);
        Making.Maker.failing = new CountDownLatch(1);
        Making.Maker.mayFail = new CountDownLatch(1);
        Span request = request();
        Making making = begin(environment, request, BRIEF, true);
        assertThat(Making.Maker.failing.await(1, TimeUnit.MINUTES)).isTrue();
        try (Scope current = request.makeCurrent()) {
            goOn(making);
            Making.Maker.mayFail.countDown();
            assertThat(result(making)).isEqualTo("called");
            making.gone();
        }
        EXPORTED.awaitTree(request, TREE);
        assertThat(EXPORTED.of(request)).extracting(SpanData::getSpanId).doesNotHaveDuplicates();
    }

    /** Also of a span that another worker's replay has begun again. */
    @ParameterizedTest
    @ValueSource(ints = {600, 1})
    void theirTimeIsTheWorkflows(int cacheSize) throws Exception {
        TestWorkflowEnvironment environment = environment(cacheSize, true);
        int begunBefore = Making.Maker.BEGUN.get();
        Span request = request();
        Making making = begin(environment, request, HOUR, false);
        Making crowding = begin(environment, request(), HOUR, false);
        // One that nobody lets go on would end with the years that are skipped while the other's result is awaited.
        goOn(making);
        goOn(crowding);
        assertThat(result(making)).isEqualTo("called");
        assertThat(result(crowding)).isEqualTo("called");
        if (cacheSize == 1) {
            assertThat(Making.Maker.BEGUN.get() - begunBefore)
                    .as("they have replayed")
                    .isGreaterThan(2);
        }
        assertThat(lasted(request, "all")).isBetween(HOUR, HOUR.multipliedBy(2));
        assertThat(lasted(request, "in a function")).isBetween(HOUR, HOUR.multipliedBy(2));
        assertThat(lasted(request, "at once")).isLessThan(HOUR);
        assertThat(started(request, "all")).isLessThan(started(request, "at once") + TimeUnit.MINUTES.toNanos(1));
    }

    private static SpanData span(Span request, String name) {
        return EXPORTED.of(request).stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static long started(Span request, String name) {
        return span(request, name).getStartEpochNanos();
    }

    private static Duration lasted(Span request, String name) {
        SpanData span = span(request, name);
        return Duration.ofNanos(span.getEndEpochNanos() - span.getStartEpochNanos());
    }
}
