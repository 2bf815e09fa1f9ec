package dev.heddle.realserver.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ReceivedSpan;
import dev.heddle.harness.SpanReceiver;
import dev.heddle.realserver.server.RealServer;
import dev.heddle.realserver.server.TemporalServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Has a peer with Temporal's own tracing, and one of Java which opentelemetry-tracing traces, visit each other. */
@ExtendWith(RealServer.class)
abstract class TracedVisits {
    @RegisterExtension
    final Peers peers = new Peers();

    /** What one has the other do, after which the spans are to be these trees. */
    record Traced(String trees, Trip trip) {}

    /** What is done by one peer with another one. */
    @FunctionalInterface
    interface Trip {
        void go(Peer other, Peer java) throws Exception;
    }

    /** Visits both ways. */
    final void visit(TemporalServer server, Program program, String way, String visitsJava, String javaVisits)
            throws Exception {
        trace(
                server,
                program,
                way,
                new Traced(visitsJava, (other, java) -> other.visit(java, "-", "-")),
                new Traced(javaVisits, (other, java) -> java.visit(other, "-", "-")));
    }

    /** One trip after the other, by the same two peers. */
    final void trace(TemporalServer server, Program program, String way, Traced... trips) throws Exception {
        try (SpanReceiver receiver = new SpanReceiver()) {
            peers.environment("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url())
                    .environment("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
            Peer other = peers.start(program, server, "--tracing", way);
            Peer java = peers.startJava(server, List.of("opentelemetry-tracing"));
            for (Traced each : trips) {
                each.trip().go(other, java);
                await(receiver, each.trees());
                receiver.spans().clear();
            }
        }
    }

    private static void await(SpanReceiver receiver, String trees) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(trees(receiver.spans())).isEqualTo(trees));
        assertThat(receiver.spans()).extracting(ReceivedSpan::spanId).doesNotHaveDuplicates();
    }

    /** One under the other, by the names of their first spans, of which an ID is nobody's expectation. */
    private static String trees(List<ReceivedSpan> spans) {
        return spans.stream()
                .map(ReceivedSpan::traceId)
                .distinct()
                .map(trace -> ReceivedSpan.tree(trace, "", spans))
                .sorted()
                .collect(Collectors.joining())
                .replaceAll("-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}", "");
    }
}
