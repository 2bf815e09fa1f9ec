package dev.heddle.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.PrintedTree;
import dev.heddle.harness.Repository;
import java.io.File;
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

    @Test
    void theWaterfallHasTheSpansOfAllProcesses() {
        List<String> lines = output().lines()
                .filter(line -> line.endsWith(" ms") && line.contains("|"))
                .toList();
        assertThat(lines)
                .extracting(line -> line.replaceAll(" +\\|.*", "").replaceAll("(?<=\\S)  +", " "))
                .containsSequence(
                        "orders.Front/Place client",
                        "  orders.Front/Place front",
                        "    StartWorkflow:OrderWorkflow front",
                        "      RunWorkflow:OrderWorkflow worker")
                .contains("          RunActivity:Charge worker");
        assertThat(lines)
                .extracting(line -> line.indexOf('|'))
                .containsOnly(lines.get(0).indexOf('|'));
        assertThat(lines).extracting(String::length).containsOnly(lines.get(0).length());
        assertThat(lines).extracting(line -> line.split("\\|")[1]).allMatch(bar -> bar.matches(" *=+ *"));
        assertThat(output()).contains("-Dotel.exporter.otlp.endpoint=http://localhost:4318");
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

    /** The page has what a run has printed; figures differ from run to run, and which operations there are might. */
    @Test
    void thePageShowsTheStatusOfTheWorker() throws IOException {
        String page = Files.readString(Repository.file("agent/README.md"));
        String shown = page.substring(page.indexOf("```\nHeddle ") + 4);
        String printed = output().substring(output().lastIndexOf("\nHeddle ") + 1);
        assertThat(likeness(shown.substring(0, shown.indexOf("```")))).isEqualTo(likeness(printed));
        assertThat(printed).contains("    workflow inbound execute ", "    activity inbound execute ");
    }

    @Test
    void thePageShowsTheCheckOfTheApplication() throws IOException {
        output();
        String page = Files.readString(Repository.file("agent/README.md"));
        String shown = page.substring(page.indexOf("```\nHeddle ", page.indexOf("## Before deployment")) + 4);
        Path application = Repository.file("integration-tests/order-application/target");
        String printed = new ForkedJvm()
                .runJar(
                        Repository.agentJar(),
                        "check",
                        "--extensions",
                        Repository.file("integration-tests/demo/target/demo/extensions")
                                .toString(),
                        "-cp",
                        application.resolve("order-application.jar")
                                + File.pathSeparator
                                + application.resolve("lib/*"))
                .expectSuccess();
        assertThat(likeness(shown.substring(0, shown.indexOf("```")))).isEqualTo(likeness(printed));
    }

    private static List<String> likeness(String status) {
        return status.lines()
                .filter(line -> !line.startsWith("    ") || line.startsWith("    OPERATION"))
                .map(line -> line.replace(Repository.file("").toString() + "/", ""))
                .map(line -> line.replaceAll("process \\d+, Java \\S+, up \\d+ \\w+, \\S+Z", "process, Java, up"))
                .map(line -> line.replaceAll("Java \\d\\S+", "Java"))
                .map(line -> line.replaceAll("[0-9a-f]{64}", "sum"))
                .map(line -> line.replaceAll("[\\d.]+ (ns|us|ms|s)|(?<= )-(?= |$)", "time"))
                .map(line -> line.replaceAll("\\d+ class(es)? woven", "woven"))
                .map(line -> line.startsWith("  library") ? line : line.replaceAll("(?<= )\\d+(?= |$)", "n"))
                .map(line -> line.replaceAll("(time| )+", " ").strip())
                .toList();
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
