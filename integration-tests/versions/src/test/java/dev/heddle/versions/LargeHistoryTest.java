package dev.heddle.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.HistoryText;
import dev.heddle.harness.LongHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code replay} of histories as long and as large as a server keeps them: 51,200 events, 50 megabytes, two in an event. */
class LargeHistoryTest {
    private static final int TIMES = 8_532;
    private static final int LARGE_TIMES = 25;
    private static final int LETTERS = 2_097_000;

    @TempDir
    static Path folder;

    private static String large;

    @BeforeAll
    static void write() throws Exception {
        Files.writeString(
                Files.createDirectory(folder.resolve("long")).resolve("long.json"),
                LongHistory.of("Bills", "bills", "Send", TIMES, 1));
        large = LongHistory.of("Bills", "bills", "Send", LARGE_TIMES, LETTERS);
        Path mixed = Files.createDirectory(folder.resolve("mixed"));
        Files.writeString(mixed.resolve("large.json"), large);
        Files.writeString(mixed.resolve("bill.json"), HistoryText.ofOneActivity("Bill", "bills", "Send"));
    }

    private static ForkedJvm.Result replay(Replay replay) {
        return replay.run("sample.replay.Application", "127.0.0.1:1");
    }

    /** The lowest SDK takes no message of 50 megabytes. */
    @TestFactory
    Stream<DynamicTest> ofAServerTheyAreReadBySmallerPages() throws Exception {
        List<String> versions = versions(0);
        HistoryPages server =
                new HistoryPages(Map.of("long", Files.readString(folder.resolve("long/long.json")), "large", large));
        Map<String, String> classPaths = classPaths(versions);
        return versions.stream()
                .map(version -> dynamicTest("temporal-sdk " + version, () -> {
                    int before = server.pages();
                    String output = replay(new Replay(classPaths.get(version))
                                    .options(
                                            "--address",
                                            server.address(),
                                            "--namespace",
                                            "default",
                                            "--workflow",
                                            "long",
                                            "--workflow",
                                            "large"))
                            .expectSuccess();
                    assertWhole(output, 2, LongHistory.events(TIMES) + LongHistory.events(LARGE_TIMES));
                    boolean takesAll = Library.TEMPORAL.isFrom("1.11.0", version);
                    assertThat(server.pages() - before).isEqualTo(52 + (takesAll ? 1 : 4));
                }))
                .onClose(server::close);
    }

    @TestFactory
    Stream<DynamicTest> ofAFolderTheyAreReadAsTheyAre() throws Exception {
        List<String> versions = versions(Library.TEMPORAL.versionsToRun().size() - 1);
        Map<String, String> classPaths = classPaths(versions);
        Files.writeString(folder.resolve("long/large.json"), large);
        return versions.stream()
                .map(version -> dynamicTest("temporal-sdk " + version, () -> {
                    String output = replay(
                                    new Replay(classPaths.get(version)).options("--from", folder.resolve("long")))
                            .expectSuccess();
                    assertWhole(output, 2, LongHistory.events(TIMES) + LongHistory.events(LARGE_TIMES));
                }));
    }

    private static void assertWhole(String output, int histories, int events) {
        assertThat(output.lines())
                .as(output)
                .anyMatch(line -> line.matches("  Bills +" + histories + " +0 +" + events))
                .anyMatch(line ->
                        line.matches("  1 with more than 10240 events, of 51200 at most; the largest is long\\S*"
                                + " with " + LongHistory.events(TIMES)))
                .anyMatch(line -> line.matches(
                        "  1 with more than 10240 KiB, of 51200 at most; the largest is large\\S* with 5120\\d"))
                .anyMatch(
                        line -> line.matches(
                                "  1 with more than 512 KiB in one event, of 2048 at most; the largest is large\\S* with 2047"));
    }

    /** The others are replayed all the same. */
    @Test
    void oneThatTheHeapHasNoRoomForIsNamed() throws Exception {
        List<String> versions = versions(Library.TEMPORAL.versionsToRun().size() - 1);
        if (versions.isEmpty()) {
            return;
        }
        ForkedJvm.Result result = replay(new Replay(classPaths(versions).get(versions.get(versions.size() - 1)))
                .java("-Xmx96m")
                .options("--from", folder.resolve("mixed")));
        assertThat(result.output().lines())
                .as(result.output())
                .anyMatch(line -> line.matches("  Bill +1 +0 +11"))
                .contains("  1: this is no history that can be read", "    - large.json")
                .anyMatch(line ->
                        line.matches(" {4}the application's heap of at most \\d+ MiB is too small for it: .* -Xmx.*"));
        assertThat(result.exitCode()).isEqualTo(1);
    }

    /** All of the matrix, or one of the few that run otherwise. */
    private static List<String> versions(int marked) {
        List<String> versions = Library.TEMPORAL.versionsToRun();
        return Library.MATRIX || versions.isEmpty() ? versions : List.of(versions.get(marked));
    }

    private static Map<String, String> classPaths(List<String> versions) throws Exception {
        return versions.isEmpty() ? Map.of() : Library.TEMPORAL.classPaths(versions);
    }
}
