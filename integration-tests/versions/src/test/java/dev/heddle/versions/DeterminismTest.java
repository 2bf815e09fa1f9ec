package dev.heddle.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.harness.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An application that makes every call of its SDK does nothing that a replay would do differently. */
class DeterminismTest {
    private static final Path EXTENSION = Repository.extensionJar("determinism");

    @TestFactory
    Stream<DynamicTest> theSampleIsClean() throws Exception {
        List<String> versions = Library.TEMPORAL.versionsToRun();
        if (versions.isEmpty()) {
            return Stream.empty();
        }
        TemporalServers servers = new TemporalServers();
        Map<String, String> classPaths = Library.TEMPORAL.classPaths(versions);
        return versions.stream()
                .map(version -> dynamicTest(
                        "temporal-sdk " + version, () -> assertClean(servers, version, classPaths.get(version))))
                .onClose(servers::close);
    }

    private static void assertClean(TemporalServers servers, String version, String classPath) {
        String output = Samples.temporal(servers, version, classPath, List.of(EXTENSION));
        assertThat(output).contains("extension determinism: 0 places").doesNotContain("ERROR heddle");
        String warning = "watches nothing: Temporal's SDK tells of its threads from 1.7 on";
        assertThat(output.lines().filter(line -> line.contains("WARN heddle") && !line.contains(warning)))
                .as(output)
                .isEmpty();
        assertThat(output.contains(warning)).isEqualTo(!Library.TEMPORAL.isFrom("1.7.1", version));
    }
}
