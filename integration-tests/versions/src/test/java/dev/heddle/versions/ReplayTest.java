package dev.heddle.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.HistoryText;
import dev.heddle.harness.Repository;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code replay} by each version of the SDK: the build that has made a history replays it, a changed one does not. */
class ReplayTest {
    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> aHistoryPassesAndASeededChangeIsFound() throws Exception {
        Files.writeString(folder.resolve("bill.json"), HistoryText.ofOneActivity("Bill", "bills", "Send"));
        List<String> versions = Library.TEMPORAL.versionsToRun();
        if (versions.isEmpty()) {
            return Stream.empty();
        }
        Map<String, String> classPaths = Library.TEMPORAL.classPaths(versions);
        return versions.stream()
                .map(version -> dynamicTest("temporal-sdk " + version, () -> {
                    String unchanged = replay(classPaths.get(version), false).expectSuccess();
                    assertThat(unchanged.lines()).anyMatch(line -> line.matches("  Bill +1 +0 +11"));
                    ForkedJvm.Result changed = replay(classPaths.get(version), true);
                    assertThat(changed.output())
                            .contains("1 Bill: the code does not do what the history says")
                            .containsPattern("Event 5 of (type )?EVENT_TYPE_ACTIVITY_TASK_SCHEDULED does not match "
                                    + "command (type )?COMMAND_TYPE_START_TIMER\\R");
                    assertThat(changed.exitCode()).isEqualTo(1);
                }));
    }

    private static ForkedJvm.Result replay(String classPath, boolean changed) {
        return new ForkedJvm()
                .runJar(
                        Repository.agentJar(),
                        "replay",
                        "--from",
                        folder.toString(),
                        "--",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dchanged=" + changed,
                        "-cp",
                        Path.of("target", "classes").toAbsolutePath() + File.pathSeparator + classPath,
                        "sample.replay.Application",
                        "127.0.0.1:1");
    }
}
