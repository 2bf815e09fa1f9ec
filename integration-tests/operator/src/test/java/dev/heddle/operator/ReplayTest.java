package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import dev.heddle.harness.Rights;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code replay} of what the order application has done, by itself and by a build of it that is changed. */
class ReplayTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Says in the application's output what passes. */
    public static final class Saying implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.on(dev.heddle.api.Selector.WORKFLOW_INBOUND.only("execute"), call -> {
                System.out.println("execute passes an extension");
                return call.proceed();
            });
        }
    }

    @TempDir
    static Path folder;

    private static Path histories;

    /** What a run against a server has left, read by the command that replays it. */
    @BeforeAll
    static void play() throws IOException {
        histories = folder.resolve("histories");
        try (Orders orders = Orders.start(
                new ForkedJvm(), Files.createDirectory(folder.resolve("extensions")), "context-propagation")) {
            orders.playScenario();
            List<String> words = new ArrayList<>(List.of("--save", histories.toString()));
            for (String workflow : List.of("order-1001", "order-1002", "shipping-order-1001", "ledger-alice")) {
                words.addAll(List.of("--workflow", workflow));
            }
            assertThat(replay(words, build(OrderProcess.CLASS_PATH), orders.address())
                            .expectSuccess()
                            .lines())
                    .anyMatch(line -> line.matches("  OrderWorkflow +2 +0 +\\d+"))
                    .anyMatch(line -> line.matches("  LedgerWorkflow +1 +0 +\\d+"))
                    .anyMatch(line -> line.startsWith("All were replayed, in "));
            List<String> another =
                    List.of("--address", orders.address(), "--namespace", "default", "--workflow", "order-1002");
            replay(another, build(OrderProcess.CLASS_PATH), "127.0.0.1:1").expectSuccess();
        }
    }

    @AfterAll
    static void histories() throws IOException {
        try (Stream<Path> saved = Files.list(histories)) {
            assertThat(saved.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "order-1001.json", "order-1002.json", "shipping-order-1001.json", "ledger-alice.json");
        }
    }

    private static List<String> build(String classPath, String... options) {
        List<String> words = new ArrayList<>(List.of(JAVA));
        words.addAll(List.of(options));
        words.addAll(List.of("-cp", classPath, "orders.OrderWorker"));
        return words;
    }

    private static ForkedJvm.Result replay(List<String> options, List<String> build, String address) {
        List<Object> words = new ArrayList<>(List.of("replay"));
        words.addAll(options);
        words.add("--");
        words.add(build.get(0));
        words.add("-Dtemporal.address=" + address);
        words.addAll(build.subList(1, build.size()));
        return Terminal.heddle(words.toArray());
    }

    private static ForkedJvm.Result replay(Path from, List<String> build) {
        return replay(List.of("--from", from.toString()), build, "127.0.0.1:1");
    }

    /** The class path of a build in which a workflow has another line. */
    private static String changed(String line, String otherLines) throws IOException {
        Path source =
                Repository.file("integration-tests/order-application/src/main/java/orders/OrderWorkflowImpl.java");
        String changed = Files.readString(source).replace(line, otherLines);
        assertThat(changed).contains(otherLines);
        Path classes = Files.createTempDirectory(folder, "build");
        Path file = Files.writeString(classes.resolve("OrderWorkflowImpl.java"), changed);
        String classPath = PackedApplication.classPath();
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-nowarn",
                                "-proc:none",
                                "-parameters",
                                "-cp",
                                classPath,
                                "-d",
                                classes.toString(),
                                file.toString()))
                .isZero();
        return classes + File.pathSeparator + OrderProcess.CLASS_PATH;
    }

    @Test
    void itsOwnBuildReplaysThemAndConnectsToNothing() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + server.getLocalPort();
            replay(List.of("--from", histories.toString()), build(OrderProcess.CLASS_PATH), address)
                    .expectSuccess();
            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aSeededChangeIsFound() throws IOException {
        String build = changed(
                "            services.warehouse.reserve(order);",
                "            Workflow.sleep(Duration.ofSeconds(1));\n            services.warehouse.reserve(order);");
        Path json = folder.resolve("report.json");
        Path junit = folder.resolve("report.xml");
        ForkedJvm.Result result = replay(
                List.of("--from", histories.toString(), "--json", json.toString(), "--junit", junit.toString()),
                build(build),
                "127.0.0.1:1");
        assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
        assertThat(result.output().lines())
                .anyMatch(line -> line.matches("  OrderWorkflow +2 +2 +\\d+"))
                .anyMatch(line -> line.matches("  ShippingWorkflow +1 +0 +\\d+"))
                .contains("  2 OrderWorkflow: the code does not do what the history says")
                .anyMatch(
                        line -> line.matches(" {4}\\[TMPRL1100] Event \\d+ of type EVENT_TYPE_ACTIVITY_TASK_SCHEDULED "
                                + "does not match command type COMMAND_TYPE_START_TIMER"))
                .contains("    - order-1001.json", "    - order-1002.json")
                .anyMatch(line -> line.startsWith("2 of 4 could not be replayed, in "));
        String page = Files.readString(Repository.file("agent/REPLAY.md"));
        String shown = page.substring(page.indexOf("```\nHeddle ") + 4);
        assertThat(withoutFigures(shown.substring(0, shown.indexOf("```"))))
                .isEqualTo(
                        withoutFigures(result.output().substring(result.output().indexOf("Heddle "))));
        assertThat(json)
                .content()
                .contains("{\"place\":\"order-1001.json\"", "\"cause\":\"NOT_DETERMINISTIC\"", "\"cause\":null");
        assertThat(junit)
                .content()
                .contains(
                        "<testsuite name=\"replay\" tests=\"4\" failures=\"2\"",
                        "<testcase classname=\"OrderWorkflow\" name=\"order-1001.json\"",
                        "<failure type=\"NOT_DETERMINISTIC\"");
    }

    /** What is the same in each run, on each machine. */
    private static List<String> withoutFigures(String printed) {
        return printed.lines()
                .filter(line -> !line.startsWith("Heddle ")
                        && !line.startsWith("  application ")
                        && !line.startsWith("  histories "))
                .map(line -> line.replaceAll(" in [\\d.]+ \\w+\\.$", " in TIME")
                        .replaceAll("\\d+", "0")
                        .replaceAll(" +", " "))
                .toList();
    }

    @Test
    void whatExtensionsWillBeInForceAre() {
        Path extensions = folder.resolve("saying");
        new ExtensionJarBuilder().provider(Saying.class).write(extensions.resolve("saying.jar"));
        Rights.close(extensions);
        Path log = folder.resolve("application.log");
        replay(
                        List.of("--from", histories.toString(), "--log", log.toString()),
                        build(
                                OrderProcess.CLASS_PATH,
                                "-javaagent:" + Repository.agentJar() + "=extensions=" + extensions),
                        "127.0.0.1:1")
                .expectSuccess();
        assertThat(log).content().contains("execute passes an extension", "worker ready");
    }

    @Test
    void whatTheExtensionDeterminismKnowsOfItStandsThere() throws IOException {
        Path extensions = Files.createDirectories(folder.resolve("knowing"));
        Files.copy(Repository.extensionJar("determinism"), extensions.resolve("determinism.jar"));
        Rights.close(extensions);
        String classPath = changed(
                "            services.warehouse.reserve(order);",
                "            Workflow.sleep(Duration.ofSeconds(1));\n            services.warehouse.reserve(order);");
        ForkedJvm.Result result = replay(
                histories, build(classPath, "-javaagent:" + Repository.agentJar() + "=extensions=" + extensions));
        assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
        assertThat(result.output().lines())
                .contains("  2 OrderWorkflow: the code does not do what the history says")
                .anyMatch(line -> line.matches(" {6}history  event \\d+, activity Reserve"))
                .anyMatch(line -> line.matches(" {6}code     timer, at orders\\.OrderWorkflowImpl\\.\\w+:\\d+"))
                .anyMatch(line -> line.matches(" {6}after    .+, at orders\\.OrderWorkflowImpl\\.\\w+:\\d+"))
                .anyMatch(line -> line.matches(" {6}likely   timer was added before activity Reserve, or .+"));
    }

    @Test
    void whatIsNoHistoryOfItsIsNamed() throws IOException {
        Path mixed = Files.createDirectories(folder.resolve("mixed").resolve("below"))
                .getParent();
        String whole = Files.readString(histories.resolve("order-1002.json"));
        Files.writeString(mixed.resolve("cut.json"), whole.substring(0, whole.length() / 2));
        Files.writeString(mixed.resolve("empty.json"), "");
        Files.writeString(mixed.resolve("notes.json"), "{\"of\": \"somebody\"}");
        Files.writeString(mixed.resolve("notes.txt"), "not looked at");
        Files.writeString(mixed.resolve("nobodys.json"), whole.replace("\"OrderWorkflow\"", "\"OldWorkflow\""));
        Files.writeString(
                mixed.resolve("elsewhere.json"), whole.replace("\"name\": \"orders\"", "\"name\": \"others\""));
        // As former command lines and servers have written them.
        Files.writeString(
                mixed.resolve("below/short.json"),
                whole.replace("EVENT_TYPE_WORKFLOW_TASK_SCHEDULED", "WorkflowTaskScheduled")
                        .replace("EVENT_TYPE_ACTIVITY_TASK_SCHEDULED", "ActivityTaskScheduled")
                        .replaceFirst("^\\s*\\{\\s*\"events\":", "")
                        .replaceFirst("}\\s*$", ""));
        ForkedJvm.Result result = replay(mixed, build(OrderProcess.CLASS_PATH));
        assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
        assertThat(result.output().lines())
                .anyMatch(line -> line.matches("  OrderWorkflow +2 +0 +\\d+"))
                .anyMatch(line -> line.matches("  OldWorkflow +1 +1 +\\d+"))
                .anyMatch(line -> line.matches("  \\(unreadable\\) +3 +3 +0"))
                .contains("  1 OldWorkflow: no worker of the application has this workflow type")
                .contains("    - cut.json", "    - empty.json", "    - notes.json", "    - nobodys.json")
                .noneMatch(line -> line.contains("notes.txt"))
                .anyMatch(line -> line.startsWith("4 of 6 could not be replayed"));
    }
}
