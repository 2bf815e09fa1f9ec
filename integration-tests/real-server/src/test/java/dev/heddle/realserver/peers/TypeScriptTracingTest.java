package dev.heddle.realserver.peers;

import dev.heddle.realserver.server.TemporalServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One trace through workers of Java, and of TypeScript with Temporal's own tracing, in whichever way that is set up. */
class TypeScriptTracingTest extends TracedVisits {
    private static final String VISITS_JAVA = """
            internal visit
              internal QueryWorkflow:state
                server HandleQuery:state
              internal SignalWorkflow:note
                server HandleSignal:note
              internal StartWorkflow:JavaVisit
                server RunWorkflow:JavaVisit
                  client StartActivity:TypeScriptLook
                    internal RunActivity:TypeScriptLook
                  client StartChildWorkflow:JavaHelper
                    server RunWorkflow:JavaHelper
                      client SignalExternalWorkflow:note
                        internal HandleSignal:note
                      client StartChildWorkflow:TypeScriptGuest
                        internal RunWorkflow:TypeScriptGuest
                          internal ContinueAsNew:TypeScriptGuest
                            internal RunWorkflow:TypeScriptGuest
              internal StartWorkflowUpdate:change
                server HandleUpdate:change
                server ValidateUpdate:change
            """;

    private static final String JAVA_VISITS = """
            client QueryWorkflow:state
              internal HandleQuery:state
            client SignalWorkflow:note
              internal HandleSignal:note
            client StartWorkflow:TypeScriptVisit
              internal RunWorkflow:TypeScriptVisit
                internal StartActivity:JavaLook
                  server RunActivity:JavaLook
                internal StartChildWorkflow:TypeScriptHelper
                  internal RunWorkflow:TypeScriptHelper
                    internal SignalWorkflow:note
                      server HandleSignal:note
                    internal StartChildWorkflow:JavaGuest
                      server RunWorkflow:JavaGuest
                        client ContinueAsNew:JavaGuest
                          server RunWorkflow:JavaGuest
            client StartWorkflowUpdate:change
              internal HandleUpdate:change
            """;

    private static final String PLANS_FOR_JAVA = """
            internal visit
            server RunWorkflow:JavaErrand
              client StartNexusOperation:Counter/ask
                internal RunStartNexusOperation:Counter/ask
              client StartNexusOperation:Counter/order
                internal RunStartNexusOperation:Counter/order
                  internal StartWorkflow:TypeScriptOrder
                    internal RunWorkflow:TypeScriptOrder
            """;

    private static final String JAVA_PLANS = """
            client CreateSchedule:plan
              internal RunWorkflow:TypeScriptErrand
                internal StartNexusOperation:Counter/ask
                  server RunStartNexusOperationHandler:Counter/ask
                internal StartNexusOperation:Counter/order
                  server RunStartNexusOperationHandler:Counter/order
                    client StartWorkflow:JavaOrder
                      server RunWorkflow:JavaOrder
            """;

    @ParameterizedTest
    @ValueSource(strings = {"plugin", "interceptor"})
    void oneTree(String way, TemporalServer server) throws Exception {
        trace(
                server,
                Program.TYPESCRIPT,
                way,
                new Traced(VISITS_JAVA, (typescript, java) -> typescript.visit(java, "-", "-")),
                new Traced(JAVA_VISITS, (typescript, java) -> java.visit(typescript, "-", "-")),
                new Traced(PLANS_FOR_JAVA, (typescript, java) -> typescript.plan(java, server, "-")),
                new Traced(JAVA_PLANS, (typescript, java) -> java.plan(typescript, server, "-")));
    }
}
