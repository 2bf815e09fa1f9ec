package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.OtherVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that does not take Heddle: the one who attaches it reads why, and the JVM is as it was. */
class AttachRefusalTest {
    @TempDir
    static Path folder;

    private static Path none;
    private static Orders orders;

    @BeforeAll
    static void start() throws IOException {
        none = Files.createDirectory(folder.resolve("none"));
        orders = Orders.start(new ForkedJvm(), Files.createDirectory(folder.resolve("extensions")));
    }

    @AfterAll
    static void end() throws IOException {
        orders.close();
    }

    private static void assertRefused(ForkedJvm.Result result, String line) {
        assertThat(result.output().lines()).singleElement().asString().matches("process \\d+ " + line);
        assertThat(result.exitCode()).isEqualTo(1);
    }

    private static void assertAttachedAndGone(long pid) {
        assertThat(Terminal.heddle("attach", pid, "extensions=" + none).expectSuccess())
                .startsWith("Heddle is attached; ");
        assertThat(Terminal.heddle("detach", pid).expectSuccess()).startsWith("Heddle has left this JVM");
    }

    @Test
    void oneThatIsRequiredIsMissing() {
        long pid = orders.server().pid();
        assertRefused(
                Terminal.heddle("attach", pid, "extensions=" + none, "required=grpc-auth"),
                "does not take Heddle: heddle\\.required names grpc-auth, not in force here, .*");
        assertThat(Terminal.heddle("status", pid).output()).contains("has no Heddle");
        assertAttachedAndGone(pid);
    }

    @Test
    void payloadsWouldBeEncoded() throws IOException {
        Path jar = new ExtensionJarBuilder().provider(Encoding.class).write(folder.resolve("codec/encoding.jar"));
        try (Orders others = Orders.start(new ForkedJvm().option("-Dheddle.enabled=false"), none)) {
            long pid = others.worker().pid();
            assertRefused(
                    Terminal.heddle("attach", pid, "extensions=" + jar, "enabled=true"),
                    "does not take Heddle: an extension encodes payloads, which what this application has made so far "
                            + "could not read; .*");
            assertRefused(
                    Terminal.heddle("attach", pid, "extensions=" + none),
                    "does not take Heddle: heddle\\.enabled is false in that JVM \\(the system properties\\); .*");
        }
    }

    @Test
    void itIsDisabledByTheCommandItself() throws IOException {
        try (IdleProcess idle = new IdleProcess(new ForkedJvm())) {
            assertRefused(
                    Terminal.heddle("attach", idle.pid(), "enabled=false"),
                    "does not take Heddle: heddle\\.enabled is false in that JVM \\(the agent's argument\\); .*");
            assertAttachedAndGone(idle.pid());
        }
    }

    @Test
    void itHasHeddleThatHasWovenNothing() throws IOException {
        try (IdleProcess idle = new IdleProcess(new ForkedJvm().agent("extensions=" + none))) {
            assertRefused(
                    Terminal.heddle("attach", idle.pid(), "extension.auth.token=open-sesame"),
                    "does not take Heddle: the agent is installed in this JVM already, so a second -javaagent option or "
                            + "attachment, which sets extension\\.auth\\.token, has no effect; .*");
        }
    }

    @Test
    void itHasAnotherVersion() throws IOException {
        Path other = OtherVersion.write(folder.resolve("heddle-agent-99.jar"));
        try (IdleProcess idle = new IdleProcess(new ForkedJvm())) {
            String pid = String.valueOf(idle.pid());
            assertThat(new ForkedJvm()
                            .runJar(other, "attach", pid, "extensions=" + none)
                            .expectSuccess())
                    .startsWith("Heddle is attached; ");
            assertRefused(Terminal.heddle("attach", pid), "has Heddle 99\\.0 already; use reload, or detach before");
            Terminal.heddle("detach", pid).expectSuccess();
            ForkedJvm.Result again = Terminal.heddle("attach", pid, "extensions=" + none);
            assertThat(again.output().lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .matches("process \\d+ had Heddle 99\\.0 before, which is attached anew, and not \\S+; "
                            + "start it anew for that");
            assertThat(again.exitCode()).isEqualTo(1);
        }
    }
}
