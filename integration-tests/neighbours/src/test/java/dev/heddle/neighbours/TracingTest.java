package dev.heddle.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.ReceivedSpan;
import dev.heddle.harness.Repository;
import dev.heddle.harness.SpanReceiver;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The extension that traces and OpenTelemetry's own agent, in either order: one trace, and no span twice. */
class TracingTest {
    private static final String OF_HEDDLE = "dev.heddle.tracing";

    private static ForkedJvm heddle(ForkedJvm jvm) {
        return jvm.agent("extensions=" + Repository.extensionJar("opentelemetry-tracing"));
    }

    private static ForkedJvm openTelemetry(ForkedJvm jvm) {
        return jvm.option(UsualNeighbour.OPENTELEMETRY.option());
    }

    private static List<ReceivedSpan> spans(boolean namedBefore, Class<?> application) throws Exception {
        try (SpanReceiver receiver = new SpanReceiver()) {
            ForkedJvm jvm = new ForkedJvm()
                    .classPath(ForkedJvm.customerClassPath())
                    .patience(Duration.ofMinutes(5))
                    .option("-XX:+UseSerialGC")
                    .option("-Dotel.exporter.otlp.endpoint=" + receiver.url())
                    .option("-Dotel.metrics.exporter=none")
                    .option("-Dotel.logs.exporter=none")
                    .environment("TEMPORAL_DEBUG", "true");
            String output = (namedBefore ? heddle(openTelemetry(jvm)) : openTelemetry(heddle(jvm)))
                    .run(application.getName())
                    .expectSuccess();
            assertThat(output)
                    .contains("spans go to the application's OpenTelemetry")
                    .doesNotContain("ERROR heddle", "WARN heddle");
            assertThat(receiver.spans()).extracting(ReceivedSpan::spanId).doesNotHaveDuplicates();
            return List.copyOf(receiver.spans());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneTrace(boolean namedBefore) throws Exception {
        List<ReceivedSpan> spans = spans(namedBefore, OrderDay.class);
        assertThat(spans)
                .filteredOn(span -> span.scope().equals(OF_HEDDLE))
                .extracting(ReceivedSpan::name)
                .contains("RunActivity:Charge")
                .noneMatch(name -> name.contains("/Place"));
        String ofOrder = spans.stream()
                .filter(span -> span.name().equals("RunWorkflow:OrderWorkflow"))
                .map(ReceivedSpan::traceId)
                .findFirst()
                .orElseThrow();
        assertThat(spans)
                .as("the front's call and what comes of it are one trace")
                .filteredOn(span -> span.traceId().equals(ofOrder))
                .extracting(ReceivedSpan::name)
                .contains("orders.Front/Place", "StartWorkflow:OrderWorkflow");
    }

    /** With gRPC and JDBC, which are that agent's, and spans of workflow code. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneTree(boolean namedBefore) throws Exception {
        List<ReceivedSpan> spans = spans(namedBefore, TracedShop.class).stream()
                // Temporal's own way to its server, which that agent follows.
                .filter(span -> !span.name().startsWith("temporal.api."))
                .toList();
        ReceivedSpan first = spans.stream()
                .filter(span ->
                        span.name().equals("shop.Front/Order") && span.kind().equals("client"))
                .findFirst()
                .orElseThrow();
        assertThat(ReceivedSpan.tree(first.traceId(), first.spanId(), spans)).isEqualTo("""
                server shop.Front/Order
                  client StartWorkflow:Order
                    server RunWorkflow:Order
                      internal count twice
                        client StartActivity:Count
                          server RunActivity:Count
                            client SELECT shop
                        client StartActivity:Count
                          server RunActivity:Count
                            client SELECT shop
                """);
    }
}
