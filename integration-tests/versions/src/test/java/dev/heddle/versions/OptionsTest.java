package dev.heddle.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No public getter of any options of the SDK says anything else with the agent than without. */
class OptionsTest {
    private static final Path EXTENSION = new ExtensionJarBuilder()
            .provider(Recorder.class)
            .write(Path.of("target", "recorder", "options-recorder.jar").toAbsolutePath());

    @TestFactory
    Stream<DynamicTest> optionsAreTheApplications() throws Exception {
        List<String> versions = Library.TEMPORAL.versionsToRun();
        if (versions.isEmpty()) {
            return Stream.empty();
        }
        Map<String, String> classPaths = Library.TEMPORAL.classPaths(versions);
        AgreeableServer server = new AgreeableServer();
        return versions.stream()
                .map(version -> dynamicTest(
                        "temporal-sdk " + version, () -> compare(classPaths.get(version), server.address())))
                .onClose(server::close);
    }

    /** Compares what the SDK of a class path says with the agent and without. */
    static void compare(String classPath, String address) {
        List<String> without = read(new ForkedJvm(), classPath, address);
        List<String> with = read(new ForkedJvm().agent("extensions=" + EXTENSION), classPath, address);
        assertThat(with).isEqualTo(without);
        assertThat(without)
                .as("there are getters, each says one thing, and interceptors of the application are among it")
                .hasSizeGreaterThan(100)
                .noneMatch(line -> line.contains("another the next time") || line.contains("two hashes"))
                .contains(
                        "read WorkflowClientOptions used getInterceptors: WorkflowClientInterceptor[] proxy",
                        "read WorkerFactoryOptions used getWorkerInterceptors: WorkerInterceptor[] proxy");
    }

    private static List<String> read(ForkedJvm jvm, String classPath, String address) {
        return jvm.classPath(Path.of("target", "classes").toAbsolutePath() + File.pathSeparator + classPath)
                .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
                .run("sample.options.Application", address)
                .expectSuccess()
                .lines()
                .filter(line -> line.startsWith("read "))
                .toList();
    }
}
