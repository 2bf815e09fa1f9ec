package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator types, and what comes of it: an answer, or a line that says why there is none. */
class CommandLineTest {
    @TempDir
    static Path folder;

    private static Orders orders;

    @BeforeAll
    static void start() throws IOException {
        orders = Orders.start(
                new ForkedJvm().option("-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("tmp"))),
                Files.createDirectory(folder.resolve("extensions")),
                "context-propagation");
    }

    @AfterAll
    static void end() throws IOException {
        orders.close();
    }

    private static void assertRefused(ForkedJvm.Result result, String line) {
        assertThat(result.output().lines()).singleElement().asString().contains(line);
        assertThat(result.exitCode()).isEqualTo(3);
    }

    @Test
    void withoutWordsItSaysWhatItIs() {
        assertThat(Terminal.heddle().expectSuccess())
                .contains("a Java agent for Temporal and gRPC applications", "-javaagent:heddle-agent.jar", "status");
    }

    @Test
    void aMistypedCommandGetsTheNearest() {
        ForkedJvm.Result result = Terminal.heddle("stats");
        assertThat(result.output()).contains("status");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void aJvmWithHeddleAnswers() throws IOException {
        assertThat(Terminal.heddle("status", orders.worker().pid()).expectSuccess())
                .contains("context-propagation");
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(
                            name -> name.startsWith("heddle-" + orders.worker().pid()));
        }
    }

    @Test
    void withoutAPidTheJvmsThatHaveHeddleAreListed() {
        assertThat(Terminal.heddle("status").expectSuccess().lines())
                .anyMatch(line -> line.matches(" *" + orders.worker().pid() + "  Heddle \\S+  orders.OrderWorker"))
                .noneMatch(line -> line.matches(" *" + orders.server().pid() + " .*"));
    }

    @Test
    void aJvmWithoutHeddleIsNamed() {
        assertRefused(Terminal.heddle("status", orders.server().pid()), "has no Heddle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "attach"})
    void aProcessThatIsNoJvmIsLeftAlone(String command) throws IOException {
        Process other = new ProcessBuilder("sleep", "1000").start();
        try {
            assertRefused(Terminal.heddle(command, other.pid()), "is no JVM");
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "attach"})
    void aProcessThatThereIsNotIsNoRiddle(String command) throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        assertRefused(Terminal.heddle(command, gone.pid()), "there is no process");
    }
}
