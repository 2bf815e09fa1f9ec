package dev.heddle.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.PrintedTree;
import dev.heddle.harness.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo, as the README has it run, with the server in memory. */
class DemoTest {
    private static String output;

    @Test
    void theTreeHasTheCallsOfAllProcesses() {
        assertThat(output()).contains("Both runs gave the same business result.");
        assertThat(PrintedTree.of(output()).calls())
                .containsSequence(
                        "  grpc client client Front/Place",
                        "    grpc server front Front/Place",
                        "      client start front OrderWorkflow",
                        "        workflow inbound execute worker OrderWorkflow")
                .containsSequence(
                        "          workflow outbound executeActivity worker Charge",
                        "            activity inbound execute worker Charge",
                        "            activity inbound execute worker Charge")
                .containsSubsequence(
                        "  client query client points",
                        "    workflow inbound handleQuery worker points",
                        "  client updateWithStart client redeem",
                        "    workflow inbound executeUpdate worker redeem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "front", "client"})
    void heddleHasNothingToComplainOf(String process) throws IOException {
        output();
        Path log = Repository.file("integration-tests/demo/target/demo/heddle/" + process + ".log");
        List<String> ofHeddle = Files.readAllLines(log).stream()
                .filter(line -> line.contains(" heddle - "))
                .toList();
        assertThat(ofHeddle).isNotEmpty().allMatch(line -> line.contains(" INFO "));
    }

    /** One run for all tests: it takes half a minute. */
    private static synchronized String output() {
        if (output == null) {
            output = new ForkedJvm()
                    .run(Demo.class.getName(), Repository.file("").toString())
                    .expectSuccess();
        }
        return output;
    }
}
