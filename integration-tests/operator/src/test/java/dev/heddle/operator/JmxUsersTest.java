package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.harness.ForkedJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
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

/** What the users of a JVM's port for JMX may do: who is let in to read reads, and who is let in to write commands. */
class JmxUsersTest {
    private static final String REMOTE = "-Dcom.sun.management.jmxremote.";

    @TempDir
    static Path folder;

    private static Orders orders;
    private static JMXServiceURL address;

    @BeforeAll
    static void start() throws Exception {
        Path passwords = file("passwords", "reader r3ad\nwriter wr1te\n");
        Path rights = file("rights", "reader readonly\nwriter readwrite\n");
        orders = Orders.start(
                withPort().option(REMOTE + "password.file=" + passwords).option(REMOTE + "access.file=" + rights),
                Files.createDirectory(folder.resolve("extensions")),
                "context-propagation");
        address = address(orders.worker().pid());
    }

    @AfterAll
    static void end() throws IOException {
        orders.close();
    }

    /** Any that is free, on this machine alone. */
    private static ForkedJvm withPort() {
        return new ForkedJvm()
                .option(REMOTE + "port=0")
                .option(REMOTE + "host=127.0.0.1")
                .option("-Djava.rmi.server.hostname=127.0.0.1")
                .option(REMOTE + "ssl=false");
    }

    /** For its owner alone, as the JVM requires of passwords. */
    private static Path file(String name, String content) throws IOException {
        Path file = Files.createFile(
                folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content);
    }

    /** That of the port that the JVM has chosen, which its counters tell. */
    private static JMXServiceURL address(long pid) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        "PerfCounter.print")
                .redirectErrorStream(true)
                .start();
        String counters = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new JMXServiceURL(counters.lines()
                .filter(line -> line.contains("JMXConnectorServer.0.remoteAddress="))
                .map(line -> line.split("\"")[1])
                .findFirst()
                .orElseThrow(() -> new AssertionError(counters)));
    }

    private static JMXConnector connect(String user, String password) throws IOException {
        return JMXConnectorFactory.connect(address, Map.of(JMXConnector.CREDENTIALS, new String[] {user, password}));
    }

    private static String disable(MBeanServerConnection jvm) throws Exception {
        return LiveCommandTest.control(jvm, "disable", "context-propagation");
    }

    @Test
    void whoMayReadSeesTheStatusAndChangesNothing() throws Exception {
        try (JMXConnector reader = connect("reader", "r3ad");
                JMXConnector writer = connect("writer", "wr1te")) {
            MBeanServerConnection jvm = reader.getMBeanServerConnection();
            Object status = jvm.getAttribute(new ObjectName("dev.heddle:type=Status"), "Status");

            assertThat(status).isInstanceOf(CompositeData.class).asString().contains("context-propagation");
            assertThatThrownBy(() -> disable(jvm)).isInstanceOf(SecurityException.class);

            // It would be "nothing has changed" if the reader had done so.
            assertThat(disable(writer.getMBeanServerConnection())).matches("context-propagation \\S+ is taken out");
        }
    }

    @Test
    void whoHasAnotherPasswordIsNotLetIn() {
        assertThatThrownBy(() -> connect("writer", "r3ad")).isInstanceOf(SecurityException.class);
    }

    @Test
    void aPortThatAsksNobodyShowsTheStatusAlone() throws Exception {
        ForkedJvm jvm =
                withPort().option(REMOTE + "authenticate=false").agent("extensions=" + folder.resolve("extensions"));
        try (OrderProcess server = OrderProcess.start(jvm, "orders.Server", "server ready", Orders.freePort());
                JMXConnector anybody = JMXConnectorFactory.connect(address(server.pid()))) {
            assertThat(anybody.getMBeanServerConnection().queryNames(new ObjectName("dev.heddle:*"), null))
                    .containsExactly(new ObjectName("dev.heddle:type=Status"));
        }
    }
}
