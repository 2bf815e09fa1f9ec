package dev.heddle.realserver.peers;

import dev.heddle.realserver.server.TemporalServer;
import org.junit.jupiter.api.Test;

/** One trace through workers of Java, and of Python and Go with Temporal's own tracing. */
class PeersTracingTest extends TracedVisits {
    private static final String NOTED = "server HandleSignal:note";

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
