package dev.heddle.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of an application that makes every call of its SDK every payload is stored by payload-store, and a reference leaves,
 * wherever in a request it stands.
 */
class StoreTest {
    private static final Path TELLING = new ExtensionJarBuilder()
            .provider(Telling.class)
            .with(PayloadWalk.class)
            .write(Path.of("target", "recorder", "telling.jar").toAbsolutePath());

    /** The last version of the SDK that does not tell on which threads workflows run. */
    private static final String WITHOUT_UNSAFE = "1.6.0";

    private static final List<String> TOO_EARLY = List.of("1.0.5", "1.0.7");
    private static final Pattern NOT_STORED = Pattern.compile(".* (header|search_attributes|indexed_fields) .*");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyPayloadIsStored() throws Exception {
        List<String> versions = new ArrayList<>(Library.TEMPORAL.versionsToRun());
        if (versions.isEmpty()) {
            return Stream.empty();
        }
        if (!Library.MATRIX) {
            versions.add(WITHOUT_UNSAFE);
        }
        TemporalServers servers = new TemporalServers();
        Map<String, String> classPaths = Library.TEMPORAL.classPaths(versions);
        return versions.stream()
                .map(version -> dynamicTest(
                        "temporal-sdk " + version, () -> assertStored(servers, version, classPaths.get(version))))
                .onClose(servers::close);
    }

    private void assertStored(TemporalServers servers, String version, String classPath) throws Exception {
        Path store = Files.createDirectory(
                folder.resolve(version),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (TOO_EARLY.contains(version)) {
            assertThatThrownBy(() -> run(servers, version, classPath, store))
                    .hasMessageContaining("would have search attributes encoded too");
            return;
        }
        String output = run(servers, version, classPath, store);
        assertThat(output).doesNotContain("ERROR heddle", "WARN heddle");
        List<String> payloads = output.lines()
                .filter(line -> line.startsWith("payload "))
                .filter(line -> !NOT_STORED.matcher(line).matches())
                .distinct()
                .toList();
        assertThat(payloads).isNotEmpty().allMatch(line -> line.startsWith("payload json/protobuf "));
        assertThat(payloads.stream().map(line -> line.split(" ")[2]))
                .contains(
                        "StartWorkflowExecution",
                        "SignalWorkflowExecution",
                        "RespondWorkflowTaskCompleted",
                        "RespondActivityTaskCompleted",
                        "RecordActivityTaskHeartbeat");
        try (Stream<Path> files = Files.walk(store)) {
            assertThat(files.filter(Files::isRegularFile).count()).isGreaterThan(10);
        }
    }

    private static String run(TemporalServers servers, String version, String classPath, Path store)
            throws IOException {
        return Samples.temporal(
                servers,
                version,
                classPath,
                List.of(TELLING, Repository.extensionJar("payload-store")),
                "-Dheddle.extension.payload-store.threshold=0",
                "-Dheddle.extension.payload-store.file.folder=" + store);
    }
}
