package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** {@code status} of processes, and {@code attach} to them, that it must leave alone: a line that says why, and the process is as it was. */
class OtherProcessTest {
    private static final Path PROC = Path.of("/proc");

    private Process started;

    @AfterEach
    void end() {
        if (started != null) {
            started.descendants().forEach(ProcessHandle::destroyForcibly);
            started.destroyForcibly();
        }
    }

    private void start(String... command) throws IOException {
        started = new ProcessBuilder(command).start();
    }

    private void assertRefused(ProcessHandle process, String line) {
        for (String command : List.of("status", "attach")) {
            ForkedJvm.Result result = Terminal.heddle(command, process.pid());
            assertThat(result.output().lines()).singleElement().asString().contains(line);
            assertThat(result.exitCode()).isEqualTo(3);
        }
        assertThat(process.isAlive()).isTrue();
    }

    private static boolean can(String... command) throws Exception {
        try {
            Process trial = new ProcessBuilder(command).start();
            return trial.waitFor(1, TimeUnit.MINUTES) && trial.exitValue() == 0;
        } catch (IOException thereIsNone) {
            return false;
        }
    }

    @Test
    void anotherUsers() throws Exception {
        List<String> other = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        Assumptions.assumeTrue(
                can("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "true"),
                "only root may start a process of another user");
        start(other.get(0), other.get(1), other.get(2), other.get(3), "sleep", "1000");
        ProcessHandle process = started.toHandle();
        while (process.info().user().equals(ProcessHandle.current().info().user())) {
            Thread.onSpinWait();
        }
        assertRefused(process, "who alone may ask it; put sudo -u ");
    }

    @Test
    void withOtherFiles() throws Exception {
        Assumptions.assumeTrue(can("unshare", "--mount", "true"), "unshare --mount is not allowed here");
        start("unshare", "--mount", "sleep", "1000");
        awaitOther("ns/mnt", started.pid());
        assertRefused(started.toHandle(), "runs in another container; run this command inside of it");
    }

    @Test
    void withOtherProcesses() throws Exception {
        Assumptions.assumeTrue(can("unshare", "--pid", "--fork", "true"), "unshare --pid is not allowed here");
        start("unshare", "--pid", "--fork", "sleep", "1000");
        while (started.children().findAny().isEmpty()) {
            Thread.onSpinWait();
        }
        ProcessHandle inside = started.children().findAny().orElseThrow();
        awaitOther("ns/pid", inside.pid());
        assertRefused(inside, "runs in another container; run this command inside of it");
    }

    private static void awaitOther(String part, long pid) throws IOException {
        Path own = Files.readSymbolicLink(PROC.resolve("self").resolve(part));
        while (Files.readSymbolicLink(PROC.resolve(String.valueOf(pid)).resolve(part))
                .equals(own)) {
            Thread.onSpinWait();
        }
    }
}
