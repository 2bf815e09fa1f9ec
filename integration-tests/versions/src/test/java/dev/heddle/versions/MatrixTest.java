package dev.heddle.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the samples with each version, one JVM at a time, and compares {@code COVERAGE.md} with what they show. */
class MatrixTest {
    private static final boolean WRITE = Boolean.getBoolean("coverage.write");

    /** What is written, if it is to be written: as it was, but for the versions that run. */
    private static final Page WRITTEN = Page.read();

    @AfterAll
    static void allWrittenIsExplained() {
        if (WRITE) {
            assertExplained(WRITTEN);
        }
    }

    @TestFactory
    Stream<DynamicTest> temporal() throws Exception {
        List<String> versions = Library.TEMPORAL.versionsToRun();
        if (versions.isEmpty()) {
            return Stream.empty();
        }
        TemporalServers servers = new TemporalServers();
        Map<String, String> classPaths = Library.TEMPORAL.classPaths(versions);
        return tests(
                        Library.TEMPORAL,
                        (version, setting) -> Samples.temporal(servers, version, classPaths.get(version), setting))
                .onClose(servers::close);
    }

    @TestFactory
    Stream<DynamicTest> grpc() throws Exception {
        List<String> versions = Library.GRPC.versionsToRun();
        if (versions.isEmpty()) {
            return Stream.empty();
        }
        Map<String, String> classPaths = Library.GRPC.classPaths(versions);
        return tests(Library.GRPC, (version, setting) -> Samples.grpc(classPaths.get(version), setting));
    }

    @FunctionalInterface
    private interface Run {
        Map<String, State> states(String version, Setting setting) throws Exception;
    }

    /** All versions in the first setting, then those in the others. */
    private static Stream<DynamicTest> tests(Library library, Run run) {
        return Stream.of(true, false)
                .flatMap(first -> library.versionsToRun().stream()
                        .flatMap(version -> Setting.of(library, version).stream()
                                .filter(setting -> setting.isFirst() == first)
                                .map(setting -> dynamicTest(
                                        library.title() + ' ' + version + " with " + setting,
                                        () -> compare(library, version, setting, run.states(version, setting))))));
    }

    private static void compare(Library library, String version, Setting setting, Map<String, State> states) {
        Page page = WRITE ? WRITTEN : Page.read();
        if (!WRITE || !setting.isFirst()) {
            assertThat(states).isEqualTo(page.of(library).states(version));
        }
        page.of(library).put(version, states);
        page.of(library).ran(setting.toString(), version);
        if (WRITE) {
            page.write();
        } else {
            assertThat(page.render()).isEqualTo(Page.text());
            assertExplained(page);
        }
    }

    private static void assertExplained(Page page) {
        assertThat(page.render()).as("calls that pass unseen for no reason").doesNotContain("(0)");
    }
}
