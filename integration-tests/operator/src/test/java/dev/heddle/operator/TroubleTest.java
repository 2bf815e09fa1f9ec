package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
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

/** An extension with accidents, refusals and secrets in a worker that polls: what its operator sees of these. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TroubleTest {
    /** What all secrets here begin with. */
    private static final String SECRET = "hunter2";

    private static Orders orders;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        new ExtensionJarBuilder().provider(Troubled.class).write(folder.resolve("troubled.jar"));
        orders = Orders.start(new ForkedJvm().option("-Dheddle.failures=1000000"), folder);
    }

    @AfterAll
    static void end() throws Exception {
        orders.close();
    }

    private static String heddle(String command, Object... words) {
        Object[] all = new Object[words.length + 2];
        all[0] = command;
        all[1] = orders.worker().pid();
        System.arraycopy(words, 0, all, 2, words.length);
        return Terminal.heddle(all).output();
    }

    private static String statusWith(String pattern) {
        String status;
        do {
            status = heddle("status");
        } while (status.lines().noneMatch(line -> line.matches(pattern)));
        return status;
    }

    @Test
    @Order(1)
    void accidentsAndRefusalsAreCounted() {
        statusWith("  troubled +on +\\d+ +\\d+ +\\S+( \\w+)? +[1-9]\\d* +[1-9]\\d* .*");
        String status = statusWith("    grpc client \\S+/PollNexusTaskQueue +\\d+ +\\d+ +0 +[1-9].*");
        assertThat(status.lines())
                .anyMatch(
                        line -> line.matches("    grpc client \\S+/PollActivityTaskQueue +\\d+ +\\d+ +[1-9]\\d* +0 .*"))
                .anyMatch(
                        line -> line.matches("  the last accident, in grpc client \\S+/PollActivityTaskQueue at 20.*Z"))
                .anyMatch(line -> line.contains("java.lang.IllegalStateException: no polling with "))
                .anyMatch(line -> line.contains("dev.heddle.operator.Troubled.lambda$register"));
        assertThat(heddle("status", "--json")).contains("\"lastAccident\":{\"time\":", "PollActivityTaskQueue");
    }

    @Test
    @Order(2)
    void whatIsSetLaterIsAsSecret() throws Exception {
        StringBuilder said = new StringBuilder();
        said.append(heddle("set", "extension.troubled.pin=" + SECRET + "-pin"));
        said.append(heddle("set", "extension.troubled.token=" + SECRET + "-token"));
        assertThat(said.toString().lines()).hasSize(2).allMatch(line -> line.contains(" takes the place of troubled"));
        said.append(statusWith(".*no polling with \\*\\*\\* and \\*\\*\\*.*"));
        assertThat(said.toString().lines())
                .anyMatch(line -> line.matches("  setting +pin=\\*\\*\\* \\(set while it runs\\)"))
                .anyMatch(line -> line.matches("  setting +token=\\*\\*\\* \\(set while it runs\\)"));
        String refused = heddle("set", "extension.troubled.register=fails");
        assertThat(refused).contains("not with ***");
        said.append(refused).append(heddle("status", "--json")).append(overJmx());
        // A worker whose polls are refused takes a minute to end.
        said.append(heddle("disable", "troubled"));
        said.append(orders.worker().end());
        assertThat(said.toString()).contains("no polling with *** and ***").doesNotContain(SECRET);
    }

    private static String overJmx() throws Exception {
        VirtualMachine worker =
                VirtualMachine.attach(String.valueOf(orders.worker().pid()));
        try (JMXConnector connector =
                JMXConnectorFactory.connect(new JMXServiceURL(worker.startLocalManagementAgent()))) {
            return connector
                    .getMBeanServerConnection()
                    .getAttribute(new ObjectName("dev.heddle:type=Status"), "Status")
                    .toString();
        } finally {
            worker.detach();
        }
    }
}
