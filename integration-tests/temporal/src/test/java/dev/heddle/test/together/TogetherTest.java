package dev.heddle.test.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever way tests of one JVM bring their extensions, none takes another's calls, in any order. */
class TogetherTest {
    @TempDir
    Path folder;

    private static List<String> run(ForkedJvm jvm, String... steps) {
        return jvm.option("-XX:+EnableDynamicAgentLoading")
                .run(Together.class.getName(), steps)
                .expectSuccess()
                .lines()
                .filter(line -> line.matches(".* is seen by .*|everywhere: .*|.*ERROR heddle.*"))
                .toList();
    }

    @Test
    void aTestWithExtensionsOfItsOwnFirst() {
        assertThat(run(
                        new ForkedJvm(),
                        "outside",
                        "kit",
                        "outside-on-a-thread",
                        "probe",
                        "probe-on-a-thread",
                        "kit",
                        "probe"))
                .containsExactly(
                        "outside is seen by nobody",
                        "kit is seen by the kit's",
                        "kit on a thread is seen by the kit's",
                        "outside on a thread is seen by nobody",
                        "probe is seen by the probe's",
                        "probe is seen by the probe's",
                        "kit is seen by the kit's",
                        "kit on a thread is seen by nobody",
                        "probe is seen by the probe's");
    }

    @Test
    void aProbeFirst() {
        assertThat(run(new ForkedJvm(), "probe", "kit", "probe", "probe-on-a-thread"))
                .containsExactly(
                        "probe is seen by the probe's",
                        "kit is seen by the kit's",
                        "kit on a thread is seen by the kit's",
                        "probe is seen by the probe's",
                        "probe is seen by the probe's");
    }

    /** What all share belongs to all, also if a test with extensions of its own is the first to want it. */
    @Test
    void whatIsSharedIsNobodys() {
        assertThat(run(new ForkedJvm(), "sandbox-in-kit", "probe-in-the-sandbox"))
                .containsExactly("sandbox is seen by nobody", "sandbox is seen by the probe's");
    }

    @Test
    void whatIsEverywhereEndsWhenItIsClosed() {
        assertThat(run(new ForkedJvm(), "everywhere", "outside", "everywhere", "kit", "probe", "everywhere"))
                .containsExactly(
                        "everywhere is seen by everybody's",
                        "outside is seen by nobody",
                        "everywhere is seen by everybody's",
                        "kit is seen by the kit's",
                        "kit on a thread is seen by the kit's",
                        "probe is seen by the probe's",
                        "everywhere: what is made outside of tests has its extensions: others, which are there everywhere "
                                + "and are not closed");
    }

    /** As an operator starts it: its extensions have what is in no test, before and after one. */
    @Test
    void aJvmThatWasStartedWithTheAgent() {
        Path jar = new ExtensionJarBuilder().provider(Together.Named.class).write(folder.resolve("operator.jar"));
        assertThat(run(
                        new ForkedJvm().agent("extensions=" + jar),
                        "outside",
                        "kit",
                        "outside",
                        "outside-on-a-thread",
                        "everywhere"))
                .containsExactly(
                        "outside is seen by the operator's",
                        "kit is seen by the kit's",
                        "kit on a thread is seen by the kit's",
                        "outside is seen by the operator's",
                        "outside on a thread is seen by the operator's",
                        "everywhere: what is made outside of tests has its extensions: those of the agent that this JVM was "
                                + "started with");
    }
}
