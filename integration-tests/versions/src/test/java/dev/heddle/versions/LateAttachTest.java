package dev.heddle.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Objects that an application has made before the agent is attached: clients of workflows, schedules, activities and Nexus
 * operations, their stubs and handles, workers with all that they execute, channels and servers. What is intercepted of
 * their calls is what is intercepted where the agent has been there from the start, but for what is named here.
 */
class LateAttachTest {
    private static final String COMPLETIONS = "; not reached: clients of activity completions that were made before";

    /** Its clients and stubs keep their chain where nothing reads it again. */
    private static final String WITHOUT_FIELDS = "1.0.5";

    @TestFactory
    Stream<DynamicTest> temporal() throws Exception {
        List<String> versions = Library.TEMPORAL.versionsToRun();
        if (versions.isEmpty()) {
            return Stream.empty();
        }
        TemporalServers servers = new TemporalServers();
        Map<String, String> classPaths = Library.TEMPORAL.classPaths(versions);
        return versions.stream()
                .map(version -> dynamicTest(
                        "temporal-sdk " + version,
                        () -> compare(
                                Library.TEMPORAL,
                                version,
                                Samples.lateTemporal(servers, version, classPaths.get(version)))))
                .onClose(servers::close);
    }

    @TestFactory
    Stream<DynamicTest> grpc() throws Exception {
        List<String> versions = Library.GRPC.versionsToRun();
        if (versions.isEmpty()) {
            return Stream.empty();
        }
        Map<String, String> classPaths = Library.GRPC.classPaths(versions);
        return versions.stream()
                .map(version -> dynamicTest(
                        "grpc-java " + version,
                        () -> compare(Library.GRPC, version, Samples.lateGrpc(classPaths.get(version)))));
    }

    /** Of an object that has no chain, and which the command names. */
    private static boolean isCompletion(String operation) {
        return operation.matches("client (heartbeat|complete|completeExceptionally|reportCancellation)(Standalone)?");
    }

    private static void compare(Library library, String version, LateRun run) {
        if (version.equals(WITHOUT_FIELDS)) {
            assertThat(run.answer())
                    .contains(
                            COMPLETIONS, "sync.WorkflowClientInternal, which does not", "sync.WorkflowStubImpl, which");
            assertThat(run.printed())
                    .contains(" workflow inbound execute; user=", " workflow outbound executeActivity; user=")
                    .doesNotContain(" client start; ", " client signal; ", "ERROR heddle", "WARN heddle");
            return;
        }
        Map<String, State> page = Page.read().of(library).states(version);
        Map<String, String> others = new TreeMap<>();
        run.states().forEach((operation, state) -> {
            State expected = page.getOrDefault(operation, State.ABSENT);
            if (state != expected && !Page.isOfFew(operation)) {
                others.put(operation, expected + " -> " + state);
            }
        });
        boolean completes = others.keySet().removeIf(LateAttachTest::isCompletion);
        assertThat(others).as(run.answer()).isEmpty();
        assertThat(run.answer().contains(COMPLETIONS)).as(run.answer()).isEqualTo(completes);
    }
}
