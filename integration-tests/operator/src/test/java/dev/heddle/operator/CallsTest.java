package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code calls}, on a worker that executes orders and polls its server meanwhile. */
class CallsTest {
    private static final String MAIN = "dev.heddle.agent.bootstrap.Main";

    @TempDir
    Path folder;

    /** How far in the first line that has these words begins, after its time. */
    private static int depth(String lines, String words) {
        String line = lines.lines()
                .filter(each -> each.contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing of " + words + " in " + lines));
        return line.indexOf("workflow") - line.indexOf('Z');
    }

    @Test
    void callsAreShownAsTheyPassUntilTheOperatorGoes() throws Exception {
        try (Orders orders =
                Orders.start(new ForkedJvm(), Files.createDirectory(folder.resolve("extensions")), "call-tree")) {
            String pid = String.valueOf(orders.worker().pid());
            Process watching = new ForkedJvm()
                    .classPath(Repository.agentJar().toString())
                    .start(MAIN, "calls", pid, "workflow*of order-");
            try (BufferedReader output = ForkedJvm.outputOf(watching)) {
                ForkedJvm.await(output, "watching");
                orders.playScenario();
                String lines = ForkedJvm.await(output, "executeActivity");
                assertThat(lines).contains("workflow inbound execute  OrderWorkflow  of order-");
                assertThat(lines.lines().skip(1))
                        .allMatch(line -> line.matches("\\d{4}-\\S+Z +workflow (in|out)bound .*"));
                assertThat(depth(lines, "executeActivity")).isEqualTo(depth(lines, "inbound execute ") + 2);
            } finally {
                watching.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            }
            // Whoever watched has gone without a word, and the next question is answered as before.
            assertThat(Terminal.heddle("status", pid).expectSuccess()).contains("call-tree");
        }
    }
}
