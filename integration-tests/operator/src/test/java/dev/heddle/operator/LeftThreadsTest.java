package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An extension that has been taken out and whose threads run on: its operator is told, and sees it for as long as they do. */
class LeftThreadsTest {
    private static final String LEFT = "leaving has closed and left 5 threads that run on, such as ";

    @Test
    void theyAreNamed(@TempDir Path folder) throws Exception {
        new ExtensionJarBuilder().provider(Leaving.class).write(folder.resolve("leaving.jar"));
        try (Orders orders =
                Orders.start(new ForkedJvm().option("-Dheddle.close.delay=1ms"), folder, "context-propagation")) {
            long pid = orders.worker().pid();
            Terminal.heddle("disable", pid, "context-propagation").expectSuccess();
            Terminal.heddle("disable", pid, "leaving").expectSuccess();
            assertThat(awaitStatus(pid, "  threads     " + LEFT)).doesNotContain("context-propagation has closed");
            assertThat(Terminal.heddle("status", pid, "--json").expectSuccess())
                    .contains("\"leftThreads\":[{\"extension\":\"leaving\",\"threads\":5,");
            Terminal.heddle("enable", pid, "leaving").expectSuccess();
            Terminal.heddle("detach", pid).expectSuccess();
            for (int times = 0; times < 2; times++) {
                assertThat(orders.worker().await("; have its close() end them, for they keep its classes"))
                        .contains("WARN heddle - extension " + LEFT)
                        .doesNotContain("context-propagation has closed");
            }
            orders.worker().kill();
        }
    }

    private static String awaitStatus(long pid, String line) {
        String status;
        do {
            status = Terminal.heddle("status", pid).expectSuccess();
        } while (!status.contains(line));
        return status;
    }
}
