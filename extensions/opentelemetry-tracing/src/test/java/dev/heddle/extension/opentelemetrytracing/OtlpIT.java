package dev.heddle.extension.opentelemetrytracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.ReceivedSpan;
import dev.heddle.harness.SpanReceiver;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The extension as it ships, in an application without OpenTelemetry, sends what it has to a collector. */
class OtlpIT {
    private static final String EXPORTS_BEFORE = "-Dheddle.extension.opentelemetry-tracing.export-before-answer=";

    private static ForkedJvm application() {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("opentelemetry") || entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        ForkedJvm jvm = new ForkedJvm()
                .classPath(classPath)
                .agent("extensions="
                        + Path.of("target", "heddle-extension-opentelemetry-tracing.jar")
                                .toAbsolutePath());
        System.getenv().keySet().stream()
                .filter(name -> name.startsWith("OTEL_"))
                .forEach(name -> jvm.environment(name, null));
        return jvm;
    }

    private static String run(ForkedJvm application) {
        String said = application.run(ShopApplication.class.getName()).expectSuccess();
        assertThat(said).contains("the workflow has packed");
        return said;
    }

    @Test
    void spansReachTheCollectorBeforeTheExit() throws Exception {
        try (SpanReceiver collector = new SpanReceiver()) {
            String said = run(application()
                    .environment("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url())
                    .environment("OTEL_SERVICE_NAME", "shop"));
            assertThat(said).contains("spans go to its own OpenTelemetry, as the OTEL_* variables say");
            assertThat(collector.spans())
                    .extracting(ReceivedSpan::service, ReceivedSpan::kind, ReceivedSpan::name)
                    .containsExactlyInAnyOrder(
                            tuple("shop", "client", "StartWorkflow:Packing"),
                            tuple("shop", "server", "RunWorkflow:Packing"));
            ReceivedSpan start = collector.spans().stream()
                    .filter(span -> span.kind().equals("client"))
                    .findFirst()
                    .orElseThrow();
            assertThat(ReceivedSpan.tree(start.traceId(), start.spanId(), collector.spans()))
                    .isEqualTo("server RunWorkflow:Packing\n");
        }
    }

    @Test
    void overGrpcToo() throws Exception {
        try (SpanReceiver collector = new SpanReceiver();
                GrpcFront front = new GrpcFront(collector)) {
            run(application()
                    .environment("OTEL_EXPORTER_OTLP_ENDPOINT", front.url())
                    .environment("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"));
            assertThat(collector.spans())
                    .extracting(ReceivedSpan::name)
                    .containsExactlyInAnyOrder("StartWorkflow:Packing", "RunWorkflow:Packing");
        }
    }

    /** The standard's own variable says so. */
    @Test
    void whatIsNotSampledIsNotSent() throws Exception {
        try (SpanReceiver collector = new SpanReceiver()) {
            run(application()
                    .environment("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url())
                    .environment("OTEL_TRACES_SAMPLER", "always_off"));
            assertThat(collector.spans()).isEmpty();
        }
    }

    /** Nor does a worker wait for one before it answers, but for a second. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAbsentCollectorIsNoFailure(boolean exportsBefore) throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        run(application()
                .option(EXPORTS_BEFORE + exportsBefore)
                .environment("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + nobody));
    }

    @Test
    void aCollectorThatNeverAnswersIsNoFailureOfAWorkerThatExportsBeforeItDoes() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            run(application()
                    .option(EXPORTS_BEFORE + true)
                    .environment("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + silent.getLocalPort())
                    .environment("OTEL_EXPORTER_OTLP_TIMEOUT", "2000"));
        }
    }

    /** Of the application's own OpenTelemetry too, which would export in an hour. */
    @Test
    void whatIsToldOfATaskIsExportedBeforeItsAnswer() {
        ForkedJvm jvm = new ForkedJvm()
                .agent("extensions="
                        + Path.of("target", "heddle-extension-opentelemetry-tracing.jar")
                                .toAbsolutePath())
                .option(EXPORTS_BEFORE + true);
        assertThat(jvm.run(HastyApplication.class.getName()).expectSuccess().lines())
                .containsSubsequence("exported RunWorkflow:Packing", "the workflow has packed");
    }

    @Test
    void withoutACollectorNothingBegins() {
        assertThat(run(application())).doesNotContain("spans");
    }
}
