package dev.heddle.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.demo.Demo;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.PrintedTree;
import dev.heddle.harness.Repository;
import dev.heddle.realserver.server.RealServer;
import dev.heddle.realserver.server.TemporalServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo, with the real server in place of the one that it would start. */
@ExtendWith(RealServer.class)
class DemoTest {
    @Test
    void theTreeHasEveryCallUnderTheOneThatMadeIt(TemporalServer server) {
        String output = new ForkedJvm()
                .option("-Dtemporal.address=" + server.address())
                .run(Demo.class.getName(), Repository.file("").toString())
                .expectSuccess();
        assertThat(output).contains("Both runs gave the same business result.");
        List<String> tree = PrintedTree.of(output).calls();
        assertThat(tree)
                .containsSequence(
                        "      client start front OrderWorkflow",
                        "        workflow inbound execute worker OrderWorkflow",
                        "          workflow outbound executeNexusOperation worker FraudService/screen",
                        "            nexus inbound startOperation worker FraudService/screen",
                        "          workflow outbound executeNexusOperation worker FraudService/review",
                        "            nexus inbound startOperation worker FraudService/review",
                        "              client start worker FraudReviewWorkflow",
                        "                workflow inbound execute worker FraudReviewWorkflow")
                .containsSequence(
                        "          workflow outbound executeActivity worker Charge",
                        "            activity inbound execute worker Charge",
                        "            activity inbound execute worker Charge");
        // What the server in memory has no headers for.
        assertThat(tree)
                .containsSequence(
                        "      client signal front addNote", "        workflow inbound handleSignal worker addNote")
                .containsSequence(
                        "          workflow outbound signalExternalWorkflow worker earn",
                        "            workflow inbound handleSignal worker earn")
                .containsSequence("  client signal client close", "    workflow inbound handleSignal worker close");
        assertThat(tree.stream().filter(line -> line.contains("handleSignal")))
                .hasSize(6)
                .allMatch(line -> line.startsWith("    "));
    }
}
