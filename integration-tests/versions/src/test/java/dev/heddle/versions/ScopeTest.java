package dev.heddle.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.harness.ExtensionJarBuilder;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** In each version a workflow's code runs in the scope of the call that it works on, on whatever thread. */
class ScopeTest {
    private static final Path EXTENSION = new ExtensionJarBuilder()
            .provider(ScopeExtension.class)
            .write(Path.of("target", "recorder", "scope.jar").toAbsolutePath());

    @TestFactory
    Stream<DynamicTest> everyThread() throws Exception {
        List<String> versions = Library.TEMPORAL.versionsToRun();
        if (versions.isEmpty()) {
            return Stream.empty();
        }
        TemporalServers servers = new TemporalServers();
        Map<String, String> classPaths = Library.TEMPORAL.classPaths(versions);
        return versions.stream()
                .flatMap(version -> Setting.of(Library.TEMPORAL, version).stream()
                        .map(setting -> dynamicTest(
                                "temporal-sdk " + version + " with " + setting,
                                () -> run(setting, classPaths.get(version), servers.address(), version))))
                .onClose(servers::close);
    }

    private static void run(Setting setting, String classPath, String server, String version) {
        String output = setting.jvm()
                .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
                .classPath(Path.of("target", "classes").toAbsolutePath() + File.pathSeparator + classPath)
                .agent("extensions=" + EXTENSION)
                .run(
                        "sample.temporal.ScopeApplication",
                        server,
                        "scope-" + version + '-' + setting.slug(),
                        setting.threads())
                .expectSuccess();
        assertThat(output).doesNotContain("ERROR heddle", "WARN heddle");
        assertThat(output.lines().filter(line -> line.startsWith("code ")).distinct())
                .containsExactlyInAnyOrder(
                        "code method: execute",
                        "code method at its end: execute",
                        "code async: execute",
                        "code timer: execute",
                        "code callback that the signal completes: execute",
                        "code signal: handleSignal",
                        "code async of the signal: handleSignal",
                        "code timer of the signal: handleSignal");
    }
}
