package dev.heddle.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.harness.ExtensionJarBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Of an application that makes every call of its SDK every payload that leaves is encoded, wherever in a request it
 * stands, but for what never passes a data converter.
 */
class PayloadsTest {
    private static final Path EXTENSION = new ExtensionJarBuilder()
            .provider(Hiding.class)
            .with(PayloadWalk.class)
            .write(Path.of("target", "recorder", "hiding.jar").toAbsolutePath());

    /** The last version of the SDK that has none of its own. */
    private static final String WITHOUT_CODECS = "1.14.0";

    /** It would have search attributes encoded, and so up to 1.0.7. */
    private static final List<String> TOO_EARLY = List.of("1.0.5", "1.0.7");

    /** Headers, search attributes, and what the SDK notes in its markers for itself. */
    private static final Pattern NOT_CONVERTED = Pattern.compile(".* (header|search_attributes|indexed_fields) .*"
            + "|.* record_marker_command_attributes details "
            + "(version|changeId|versionSearchAttributeUpdated|activityId|type|time|meta|id|skipCount) .*");

    @TestFactory
    Stream<DynamicTest> everyPayloadIsEncoded() throws Exception {
        List<String> versions = new ArrayList<>(Library.TEMPORAL.versionsToRun());
        if (versions.isEmpty()) {
            return Stream.empty();
        }
        if (!Library.MATRIX) {
            versions.add(WITHOUT_CODECS);
        }
        TemporalServers servers = new TemporalServers();
        Map<String, String> classPaths = Library.TEMPORAL.classPaths(versions);
        return versions.stream()
                .map(version -> dynamicTest(
                        "temporal-sdk " + version, () -> assertEncoded(servers, version, classPaths.get(version))))
                .onClose(servers::close);
    }

    private static void assertEncoded(TemporalServers servers, String version, String classPath) throws Exception {
        if (TOO_EARLY.contains(version)) {
            assertThatThrownBy(() -> Samples.temporal(servers, version, classPath, List.of(EXTENSION)))
                    .hasMessageContaining("would have search attributes encoded too");
            return;
        }
        List<String> payloads = Samples.temporal(servers, version, classPath, List.of(EXTENSION))
                .lines()
                .filter(line -> line.startsWith("payload "))
                .filter(line -> !NOT_CONVERTED.matcher(line).matches())
                .distinct()
                .toList();
        assertThat(payloads).isNotEmpty().allMatch(line -> line.startsWith("payload hidden "));
        TreeSet<String> methods = new TreeSet<>();
        payloads.forEach(line -> methods.add(line.split(" ")[2]));
        assertThat(methods)
                .contains(
                        "StartWorkflowExecution",
                        "SignalWorkflowExecution",
                        "RespondWorkflowTaskCompleted",
                        "RespondActivityTaskCompleted",
                        "RecordActivityTaskHeartbeat");
        addedIn("1.20.1", version, methods, "UpdateWorkflowExecution", "CreateSchedule");
        addedIn("1.35.0", version, methods, "StartActivityExecution");
        addedIn("1.36.1", version, methods, "StartNexusOperationExecution");
    }

    private static void addedIn(String first, String version, TreeSet<String> methods, String... added) {
        if (Library.TEMPORAL.isFrom(first, version)) {
            assertThat(methods).contains(added);
        }
    }
}
