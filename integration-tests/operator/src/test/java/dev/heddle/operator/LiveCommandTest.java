package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.tools.attach.VirtualMachine;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An operator changes the extensions of a worker that runs: one line says what has come of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveCommandTest {
    @TempDir
    static Path folder;

    private static final ObjectName CONTROL = name("dev.heddle:type=Control");

    private static Orders orders;

    private static ObjectName name(String name) {
        try {
            return new ObjectName(name);
        } catch (MalformedObjectNameException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @BeforeAll
    static void start() throws IOException {
        orders = Orders.start(new ForkedJvm(), folder, "context-propagation");
    }

    @AfterAll
    static void end() throws IOException {
        orders.close();
    }

    private static void assertAnswer(int exitCode, String line, Object... words) {
        Object[] all = new Object[words.length + 1];
        all[0] = words[0];
        all[1] = orders.worker().pid();
        System.arraycopy(words, 1, all, 2, words.length - 1);
        ForkedJvm.Result result = Terminal.heddle(all);
        assertThat(result.output().lines()).singleElement().asString().matches(line);
        assertThat(result.exitCode()).isEqualTo(exitCode);
    }

    @Test
    @Order(1)
    void outAndIn() {
        assertAnswer(0, "context-propagation \\S+ is taken out", "disable", "context-propagation");
        assertAnswer(0, "nothing has changed", "disable", "context-propagation");
        assertAnswer(0, "context-propagation \\S+ is in force", "enable", "context-propagation");
    }

    @Test
    @Order(2)
    void byTheFolder() throws IOException {
        Path jar = Repository.extensionJar("call-tree");
        Files.copy(jar, folder.resolve(jar.getFileName()));
        assertAnswer(0, "call-tree \\S+ is in force", "reload");
        assertAnswer(0, "call-tree (\\S+) takes the place of call-tree \\1", "reload", "call-tree");
        Files.delete(folder.resolve(jar.getFileName()));
        assertAnswer(0, "call-tree \\S+ is taken out", "reload");
    }

    @Test
    @Order(3)
    void bySettings() {
        assertAnswer(
                0,
                "context-propagation (\\S+) takes the place of context-propagation \\1",
                "set",
                "extension.context-propagation.except=query");
        assertAnswer(1, "there is no extension contxt; .*", "reload", "contxt");
        assertAnswer(1, "heddle.enabled cannot be set .*", "set", "enabled=false");
    }

    @Test
    @Order(4)
    void outOfTheJvmAndIntoItAgain() {
        assertAnswer(1, "process \\d+ has Heddle \\S+ already; .*", "attach");
        assertAnswer(0, "Heddle has left this JVM; context-propagation \\S+ is taken out", "detach");
        assertAnswer(3, "process \\d+ has .*", "reload");
        assertAnswer(
                0,
                "Heddle is attached; in force: context-propagation \\S+; not reached: clients of activity completions "
                        + "that were made before \\(io.temporal.client.ActivityCompletionClientImpl\\)",
                "attach",
                "extensions=" + folder);
        assertAnswer(0, "context-propagation \\S+ is taken out", "disable", "context-propagation");
    }

    /** The page has what these commands have printed. */
    @Test
    @Order(5)
    void asThePageShows() throws IOException {
        assertAnswer(0, "Heddle has left this JVM", "detach");
        String page = Files.readString(Repository.file("agent/README.md"));
        int begin = page.indexOf("```\n$ java -jar heddle-agent.jar attach 4711 ") + 4;
        StringBuilder printed = new StringBuilder();
        for (String line : page.substring(begin, page.indexOf("```", begin)).split("\n")) {
            if (line.startsWith("$ ")) {
                Object[] words = line.replaceFirst(".*heddle-agent.jar ", "")
                        .replace("4711", String.valueOf(orders.worker().pid()))
                        .replace("=extensions", "=" + folder)
                        .split(" ");
                printed.append(line).append('\n').append(Terminal.heddle(words).expectSuccess());
            }
        }
        assertThat(printed.toString().strip())
                .isEqualTo(page.substring(begin, page.indexOf("```", begin)).strip());
        assertAnswer(0, "Heddle is attached; .*", "attach", "extensions=" + folder);
        assertAnswer(0, "context-propagation \\S+ is taken out", "disable", "context-propagation");
    }

    /** As {@code jconsole} does it, with nothing of Heddle's on the class path. */
    @Test
    @Order(6)
    void overJmx() throws Exception {
        VirtualMachine worker =
                VirtualMachine.attach(String.valueOf(orders.worker().pid()));
        try (JMXConnector connector =
                JMXConnectorFactory.connect(new JMXServiceURL(worker.startLocalManagementAgent()))) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            assertThat(control(beans, "enable", "context-propagation"))
                    .matches("context-propagation \\S+ is in force")
                    .isEqualTo(control(beans, "disable", "context-propagation").replace("taken out", "in force"));
            assertThat(control(beans, "reload")).isEqualTo("nothing has changed");
            assertThat(control(beans, "set", "extension.context-propagation.enabled", "true"))
                    .matches("context-propagation \\S+ is in force");
            assertThatThrownBy(() -> control(beans, "reload", "contxt"))
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .hasStackTraceContaining("there is no extension contxt; there are context-propagation");
            assertThat(beans.getMBeanInfo(CONTROL).getOperations())
                    .filteredOn(operation -> operation.getName().equals("set"))
                    .flatExtracting(operation -> List.of(operation.getSignature()))
                    .extracting(MBeanParameterInfo::getName)
                    .containsExactly("key", "value", "force");
            assertThat(control(beans, "detach"))
                    .matches("Heddle has left this JVM; context-propagation \\S+ is taken out");
            assertThat(beans.queryNames(new ObjectName("dev.heddle:*"), null)).isEmpty();
        } finally {
            worker.detach();
        }
    }

    /** Calls an operation, as {@code jconsole} does, without force. */
    static String control(MBeanServerConnection beans, String operation, String... words) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of(words));
        List<String> signature = new ArrayList<>(Collections.nCopies(words.length, String.class.getName()));
        arguments.add(false);
        signature.add("boolean");
        return (String) beans.invoke(CONTROL, operation, arguments.toArray(), signature.toArray(new String[0]));
    }

    @Test
    @Order(7)
    void intoAJvmThatStartedWithout() {
        ForkedJvm.Result result = Terminal.heddle("attach", orders.server().pid(), "extensions=" + folder);
        assertThat(result.expectSuccess().lines())
                .singleElement()
                .asString()
                .startsWith("Heddle is attached; in force: context-propagation ");
    }
}
