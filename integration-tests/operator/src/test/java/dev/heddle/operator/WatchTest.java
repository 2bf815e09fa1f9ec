package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status --watch}: again and again, until the JVM ends. */
class WatchTest {
    @Test
    void itIsRepeatedUntilTheJvmEnds(@TempDir Path extensions) throws IOException, InterruptedException {
        try (Orders orders = Orders.start(new ForkedJvm(), extensions, "call-tree")) {
            String pid = String.valueOf(orders.worker().pid());
            Process watching = new ForkedJvm()
                    .classPath(Repository.agentJar().toString())
                    .start("dev.heddle.agent.bootstrap.Main", "status", pid, "--watch");
            try (BufferedReader output = ForkedJvm.outputOf(watching)) {
                for (int times = 0; times < 3; times++) {
                    assertThat(ForkedJvm.await(output, "Heddle ")).contains(" in process " + pid);
                    ForkedJvm.await(output, "  call-tree ");
                }
                orders.worker().close();
                String rest = output.lines().collect(Collectors.joining("\n"));
                assertThat(rest.lines().reduce("", (before, last) -> last)).contains("process " + pid);
                assertThat(watching.waitFor()).as(rest).isEqualTo(3);
            } finally {
                watching.destroyForcibly();
            }
        }
    }
}
