package dev.heddle.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.HistoryText;
import dev.heddle.harness.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code replay} by each version of the SDK: the build that has made a history replays it; a changed one does not, and is
 * told where, also where it connects and starts its worker before its {@code main} runs.
 */
class ReplayTest {
    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> aHistoryPassesAndASeededChangeIsFound() throws Exception {
        String bill = HistoryText.ofOneActivity("Bill", "bills", "Send");
        Files.writeString(folder.resolve("bill.json"), bill);
        Path cut = Files.createDirectory(folder.resolve("cut"));
        Files.writeString(
                cut.resolve("begun.json"), bill.substring(0, event(2, bill)).replaceFirst(",\\s*$", "]}"));
        Files.writeString(
                cut.resolve("open.json"), bill.substring(0, event(8, bill)).replaceFirst(",\\s*$", "]}"));
        Files.writeString(cut.resolve("torn.json"), bill.substring(0, event(8, bill)));
        Files.writeString(
                cut.resolve("midst.json"), bill.substring(0, event(5, bill)) + bill.substring(event(8, bill)));
        Files.writeString(cut.resolve("begin.json"), "{\"events\": [" + bill.substring(event(4, bill)));
        List<String> versions = Library.TEMPORAL.versionsToRun();
        if (versions.isEmpty()) {
            return Stream.empty();
        }
        Map<String, String> classPaths = Library.TEMPORAL.classPaths(versions);
        return versions.stream()
                .map(version -> dynamicTest("temporal-sdk " + version, () -> {
                    assertWholeOnesPass(classPaths.get(version));
                    assertChangeIsFound(classPaths.get(version));
                }));
    }

    private static int event(int number, String history) {
        return history.indexOf("{\"eventId\": \"" + number + '"');
    }

    /** Of those that are cut off two could have stood so. */
    private static void assertWholeOnesPass(String classPath) {
        ForkedJvm.Result result =
                new Replay(classPath).options("--from", folder).run("sample.replay.Application", "127.0.0.1:1");
        assertThat(result.output().lines())
                .as(result.output())
                .anyMatch(line -> line.matches("  Bill +3 +0 +19"))
                .anyMatch(line -> line.matches("  \\(unreadable\\) +3 +3 +0"))
                .contains(
                        "    it is not whole: where event 5 should be there is event 8, EVENT_TYPE_WORKFLOW_TASK_SCHEDULED",
                        "    it does not begin with the start of the workflow but with event 4, "
                                + "EVENT_TYPE_WORKFLOW_TASK_COMPLETED",
                        "    - cut/torn.json");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    private static void assertChangeIsFound(String classPath) {
        ForkedJvm.Result changed = new Replay(classPath)
                .options("--from", folder.resolve("bill.json"))
                .java(
                        "-javaagent:" + Repository.agentJar() + "=extensions=" + Repository.extensionJar("determinism"),
                        "-Dchanged=true",
                        "-Daddress=127.0.0.1:1")
                .run("sample.replay.EarlyApplication");
        assertThat(changed.output())
                .contains("1 Bill: the code does not do what the history says")
                .containsPattern("Event 5 of (type )?EVENT_TYPE_ACTIVITY_TASK_SCHEDULED does not match "
                        + "command (type )?COMMAND_TYPE_START_TIMER\\R")
                .containsPattern(" {6}history  event 5, activity Send\\R"
                        + " {6}code     timer, at sample\\.replay\\.Application\\$BillImpl\\.bill:\\d+\\R"
                        + " {6}likely   timer was added before activity Send, or stands in its place\\R"
                        + " {6}to do    ");
        assertThat(changed.exitCode()).isEqualTo(1);
    }
}
