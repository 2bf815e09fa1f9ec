package dev.heddle.test.swap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extensions change under calls: what has begun ends with those it began with, what begins has the new ones. */
class SwapTest {
    @TempDir
    Path folder;

    @Test
    void callsFinishOnTheChainTheyBeganWith() {
        Path live = folder.resolve("live");
        new ExtensionJarBuilder().provider(Marking.class).write(live.resolve("old.jar"));
        new ExtensionJarBuilder().provider(Marking.class).write(folder.resolve("spare/new.jar"));
        String output = ForkedJvm.ofCustomer()
                .agent("extensions=" + live)
                .option("-Dheddle.extension.new.more=cancel,createSchedule")
                // So that it is the collector who finds that the last call has left, however slow the machine is.
                .option("-Dheddle.close.delay=1h")
                .run(
                        SwapApplication.class.getName(),
                        live.toString(),
                        folder.resolve("spare").toString())
                .expectSuccess();
        assertThat(output.lines().filter(line -> !line.contains(" heddle - ")))
                .containsExactly(
                        "old before swap.Echo/Say",
                        "echo 3",
                        "library cancels",
                        "schedule interceptors: 0",
                        "old before start",
                        "library starts slow",
                        "new is in force; old is taken out",
                        "new before start",
                        "library starts quick",
                        "new after start",
                        "new before swap.Echo/Say",
                        "echo 3",
                        "new before cancel",
                        "library cancels",
                        "schedule interceptors: 1",
                        "old after start",
                        "old closed",
                        "new closed",
                        "detached",
                        "library starts last",
                        "echo 3");
        assertThat(output).doesNotContain("ERROR heddle");
    }
}
