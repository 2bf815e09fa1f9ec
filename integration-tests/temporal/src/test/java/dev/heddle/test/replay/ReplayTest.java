package dev.heddle.test.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent adds to a workflow is nothing that its history knows of. */
class ReplayTest {
    private static final int RUNS = 6;

    @TempDir
    private static Path folder;

    private static Path extensions;
    private static Path plain;
    private static Path woven;
    private static String plainReport;
    private static String wovenOutput;

    @BeforeAll
    static void record() throws IOException {
        extensions = folder.resolve("extensions");
        new ExtensionJarBuilder().provider(HeadersEverywhere.class).write(extensions.resolve("headers-everywhere.jar"));
        plain = Files.createDirectory(folder.resolve("plain"));
        woven = Files.createDirectory(folder.resolve("woven"));
        plainReport = new ForkedJvm()
                .run(RecordHistories.class.getName(), plain.toString())
                .expectSuccess();
        wovenOutput =
                jvm(true).run(RecordHistories.class.getName(), woven.toString()).expectSuccess();
    }

    private static ForkedJvm jvm(boolean agent) {
        return agent ? new ForkedJvm().agent("extensions=" + extensions) : new ForkedJvm();
    }

    @Test
    void bothRunsReportTheSameBusiness() {
        assertThat(wovenOutput)
                .contains("extension headers-everywhere")
                .contains("intercepted workflow outbound executeActivity")
                .doesNotContain("extension headers-everywhere failed");
        assertThat(report(wovenOutput)).isEqualTo(report(plainReport)).contains("points");
    }

    private static String report(String output) {
        return String.join(
                "\n",
                output.lines()
                        .filter(line ->
                                line.startsWith("  ") || line.startsWith("order-") || line.startsWith("ledger-"))
                        .toList());
    }

    @Test
    void onlyTheWovenHistoriesHaveTheHeader() throws IOException {
        assertThat(contents(plain)).noneMatch(history -> history.contains("everywhere"));
        assertThat(contents(woven)).allMatch(history -> history.contains("everywhere"));
    }

    private static Stream<String> contents(Path histories) throws IOException {
        try (Stream<Path> files = Files.list(histories)) {
            return files.map(ReplayTest::read).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @Test
    void historiesRecordedWithoutTheAgentReplayWithIt() {
        assertThat(jvm(true)
                        .run(ReplayHistories.class.getName(), plain.toString())
                        .expectSuccess())
                .contains("replayed " + RUNS)
                .doesNotContain("extension headers-everywhere failed");
    }

    @Test
    void historiesRecordedWithTheAgentReplayWithoutIt() {
        assertThat(jvm(false)
                        .run(ReplayHistories.class.getName(), woven.toString())
                        .expectSuccess())
                .contains("replayed " + RUNS);
    }

    @Test
    void historiesRecordedWithTheAgentReplayWithIt() {
        assertThat(jvm(true)
                        .run(ReplayHistories.class.getName(), woven.toString())
                        .expectSuccess())
                .contains("replayed " + RUNS)
                .doesNotContain("extension headers-everywhere failed");
    }
}
