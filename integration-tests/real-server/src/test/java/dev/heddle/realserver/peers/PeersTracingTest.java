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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One trace through workers of Java, which opentelemetry-tracing traces, and of others with Temporal's own tracing. */
@ExtendWith(RealServer.class)
class PeersTracingTest {
    private static final String NOTED = "server HandleSignal:note";

    @RegisterExtension
    final Peers peers = new Peers();

    private void visit(TemporalServer server, Program program, String way, String visitsJava, String javaVisits)
            throws Exception {
        try (SpanReceiver receiver = new SpanReceiver()) {
            peers.environment("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url())
                    .environment("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
            Peer other = peers.start(program, server, "--tracing", way);
            Peer java = peers.startJava(server, List.of("opentelemetry-tracing"));
            other.visit(java, "-", "-");
            await(receiver, visitsJava);
            receiver.spans().clear();
            java.visit(other, "-", "-");
            await(receiver, javaVisits);
        }
    }

    private static void await(SpanReceiver receiver, String trees) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(trees(receiver.spans())).isEqualTo(trees));
        assertThat(receiver.spans()).extracting(ReceivedSpan::spanId).doesNotHaveDuplicates();
    }

    /** One under the other, by the names of their first spans. */
    private static String trees(List<ReceivedSpan> spans) {
        return spans.stream()
                .map(ReceivedSpan::traceId)
                .distinct()
                .map(trace -> ReceivedSpan.tree(trace, "", spans))
                .sorted()
                .collect(Collectors.joining());
    }

    /** What Heddle tells of a visit of Java, by a client that has an own name for an update, around what the guest's worker tells. */
    private static String visitOfJava(String peer, String update, String signal, String guest) {
        return """
                internal visit
                  client QueryWorkflow:state
                    server HandleQuery:state
                  client SignalWorkflow:note
                    server HandleSignal:note
                  client StartWorkflow:JavaVisit
                    server RunWorkflow:JavaVisit
                      client StartActivity:%1$sLook
                        server RunActivity:%1$sLook
                      client StartChildWorkflow:JavaHelper
                        server RunWorkflow:JavaHelper
                          client SignalExternalWorkflow:note
                %3$s          client StartChildWorkflow:%1$sGuest
                %4$s  client %2$s:change
                    server HandleUpdate:change
                    server ValidateUpdate:change
                """.formatted(peer, update, signal.indent(12), guest.indent(12));
    }

    /** Python's first way: what a workflow does takes no time, and is under its start. */
    @Test
    void pythonsInterceptor(TemporalServer server) throws Exception {
        visit(server, Program.PYTHON, "interceptor", visitOfJava("Python", "StartWorkflowUpdate", "", """
                internal CompleteWorkflow:PythonGuest
                server HandleSignal:note
                server RunWorkflow:PythonGuest
                server RunWorkflow:PythonGuest"""), """
                client QueryWorkflow:state
                  server HandleQuery:state
                client SignalWorkflow:note
                client StartWorkflow:PythonVisit
                  client StartActivity:JavaLook
                    server RunActivity:JavaLook
                  client StartChildWorkflow:PythonHelper
                    client StartChildWorkflow:JavaGuest
                      server RunWorkflow:JavaGuest
                        client ContinueAsNew:JavaGuest
                          server RunWorkflow:JavaGuest
                    internal CompleteWorkflow:PythonHelper
                    server RunWorkflow:PythonHelper
                    server SignalChildWorkflow:note
                      server HandleSignal:note
                  internal CompleteWorkflow:PythonVisit
                  server HandleSignal:note
                  server HandleUpdate:change
                  server RunWorkflow:PythonVisit
                client StartWorkflowUpdate:change
                """);
    }

    @Test
    void pythonsPlugin(TemporalServer server) throws Exception {
        visit(server, Program.PYTHON, "plugin", visitOfJava("Python", "StartWorkflowUpdate", NOTED, """
                server RunWorkflow:PythonGuest
                  server RunWorkflow:PythonGuest"""), """
                client QueryWorkflow:state
                  server HandleQuery:state
                client SignalWorkflow:note
                  server HandleSignal:note
                client StartWorkflow:PythonVisit
                  server RunWorkflow:PythonVisit
                    client StartActivity:JavaLook
                      server RunActivity:JavaLook
                    client StartChildWorkflow:PythonHelper
                      server RunWorkflow:PythonHelper
                        client StartChildWorkflow:JavaGuest
                          server RunWorkflow:JavaGuest
                            client ContinueAsNew:JavaGuest
                              server RunWorkflow:JavaGuest
                        server SignalChildWorkflow:note
                          server HandleSignal:note
                client StartWorkflowUpdate:change
                  server HandleUpdate:change
                """);
    }

    /** To Go what continues as new has failed. */
    @Test
    void gosInterceptor(TemporalServer server) throws Exception {
        visit(server, Program.GO, "interceptor", visitOfJava("Go", "UpdateWorkflow", NOTED, """
                server RunWorkflow:GoGuest !continue as new
                  server RunWorkflow:GoGuest"""), """
                client QueryWorkflow:state
                  server HandleQuery:state
                client SignalWorkflow:note
                  server HandleSignal:note
                client StartWorkflow:GoVisit
                  server RunWorkflow:GoVisit
                    client StartActivity:JavaLook
                      server RunActivity:JavaLook
                    client StartChildWorkflow:GoHelper
                      server RunWorkflow:GoHelper
                        client SignalChildWorkflow:note
                          server HandleSignal:note
                        client StartChildWorkflow:JavaGuest
                          server RunWorkflow:JavaGuest
                            client ContinueAsNew:JavaGuest
                              server RunWorkflow:JavaGuest
                client StartWorkflowUpdate:change
                  server HandleUpdate:change
                  server ValidateUpdate:change
                """);
    }
}
