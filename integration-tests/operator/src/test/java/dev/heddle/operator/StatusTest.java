package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import dev.heddle.harness.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code status} says of the worker of the order application. */
class StatusTest {
    @TempDir
    static Path folder;

    private static Orders orders;

    @BeforeAll
    static void start() throws IOException {
        Path extensions = Files.createDirectory(folder.resolve("extensions"));
        Files.writeString(extensions.resolve("broken.jar"), "no JAR");
        orders = Orders.start(
                new ForkedJvm()
                        .option("-Dheddle.extension.context-propagation.trust=orders")
                        .option("-Dheddle.extension.grpc-auth.client.token=open-sesame")
                        .option("-Dheddle.extension.activity-metrics.enabled=false"),
                extensions,
                "context-propagation",
                "grpc-auth",
                "activity-metrics",
                "call-tree");
    }

    @AfterAll
    static void end() throws IOException {
        orders.close();
    }

    private static String status(String... options) {
        Object[] words = new Object[options.length + 2];
        words[0] = "status";
        words[1] = orders.worker().pid();
        System.arraycopy(options, 0, words, 2, options.length);
        return Terminal.heddle(words).expectSuccess();
    }

    @Test
    void itNamesWhatIsWovenAndTheExtensions() {
        List<String> lines = status().lines().toList();
        assertThat(lines)
                .anyMatch(line -> line.startsWith("Heddle ")
                        && line.contains(" in process " + orders.worker().pid()))
                .anyMatch(line -> line.matches("  library +Temporal's SDK \\d.*, \\d+ classes woven"))
                .anyMatch(line -> line.matches("  library +grpc-java \\d.*, \\d class(es)? woven"))
                .anyMatch(line -> line.matches("  call-tree +on .*"))
                .anyMatch(line -> line.matches("  sha-256 +[0-9a-f]{64}"));
    }

    @Test
    void itSaysWhatIsLeftOutAndWhy() {
        assertThat(status().lines())
                .anyMatch(line -> line.matches("  left out +.*broken\\.jar: it is not a readable JAR .*"))
                .anyMatch(line -> line.matches("  left out +.*activity-metrics.*: it is disabled by heddle\\..*"));
    }

    @Test
    void nobodyReadsASecret() {
        assertThat(status()).contains("client.token=***").doesNotContain("open-sesame");
        assertThat(status("--json")).contains("\"client.token\"", "***").doesNotContain("open-sesame");
    }

    @Test
    void programsGetOneLine() {
        assertThat(status("--json").lines())
                .singleElement()
                .asString()
                .startsWith("{\"time\":\"")
                .contains("\"pid\":" + orders.worker().pid() + ",", "\"name\":\"call-tree\"", "\"calls\":");
    }

    /** As {@code jconsole} does it, with nothing of Heddle's on the class path. */
    @Test
    void itCanBeReadOverJmx() throws Exception {
        VirtualMachine worker =
                VirtualMachine.attach(String.valueOf(orders.worker().pid()));
        try (JMXConnector connector =
                JMXConnectorFactory.connect(new JMXServiceURL(worker.startLocalManagementAgent()))) {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            ObjectName name = new ObjectName("dev.heddle:type=Status");
            CompositeData status = (CompositeData) server.getAttribute(name, "Status");
            assertThat(((CompositeData) status.get("agent")).get("pid"))
                    .isEqualTo(orders.worker().pid());
            CompositeData[] applications = (CompositeData[]) status.get("applications");
            assertThat(applications).isNotEmpty();
            assertThat(status.toString()).contains("call-tree", "client.token").doesNotContain("open-sesame");
            assertThat(server.getMBeanInfo(name).getAttributes()).hasSize(1);
        } finally {
            worker.detach();
        }
    }

    /** A worker polls its server from the start, which is the one thing that surely has happened. */
    @Test
    void callsAreCounted() {
        assertThat(status().lines()).anyMatch(line -> line.matches("    grpc client \\S+ +[1-9].*"));
    }
}
