package dev.heddle.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the samples with each version, one JVM at a time, and compares {@code COVERAGE.md} with what they show. */
class MatrixTest {
    private static final boolean WRITE = Boolean.getBoolean("coverage.write");
    private static final Path EXTENSION = new ExtensionJarBuilder()
            .provider(Recorder.class)
            .write(Path.of("target", "recorder", "recorder.jar").toAbsolutePath());

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
        TemporalServers servers = new TemporalServers();
        Map<String, String> classPaths = ClassPaths.of(Library.TEMPORAL, Library.TEMPORAL.versionsToRun());
        return tests(Library.TEMPORAL, (version, setting) -> {
                    String queue = "sample-" + version.replace('.', '-') + '-' + setting.jdk() + setting.threads();
                    servers.endpoint(queue);
                    RunLog log = run(
                            setting,
                            classPaths.get(version),
                            "sample.temporal.Application",
                            servers.address(),
                            servers.agreeableAddress(),
                            queue,
                            setting.threads());
                    assertTold(log);
                    return with(log, Inventory.of(classPaths.get(version)));
                })
                .onClose(servers::close);
    }

    @TestFactory
    Stream<DynamicTest> grpc() throws Exception {
        Map<String, String> classPaths = ClassPaths.of(Library.GRPC, Library.GRPC.versionsToRun());
        return tests(Library.GRPC, (version, setting) -> {
            RunLog log = run(setting, classPaths.get(version), "sample.grpc.Application");
            assertThat(log.users().values())
                    .allSatisfy(users -> assertThat(users).containsOnly("alice"));
            return log.states();
        });
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

    private static RunLog run(Setting setting, String classPath, String mainClass, String... arguments) {
        ForkedJvm jvm = setting.jvm()
                .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
                .classPath(Path.of("target", "classes").toAbsolutePath() + File.pathSeparator + classPath)
                .agent("extensions=" + EXTENSION);
        String output = jvm.run(mainClass, arguments).expectSuccess();
        try {
            assertThat(output).doesNotContain("ERROR heddle", "WARN heddle");
            return new RunLog(output);
        } catch (AssertionError failure) {
            throw new AssertionError(failure.getMessage() + "\nThe JVM printed:\n" + output, failure);
        }
    }

    /** A client knows its namespace, and the user that it sends arrives in the workflow, and from there in activities. */
    private static void assertTold(RunLog log) {
        assertThat(log.namespaces().values())
                .allSatisfy(namespaces -> assertThat(namespaces).containsOnly("default"));
        if (log.users().containsKey("client start")) {
            assertThat(log.users().get("workflow inbound execute")).startsWith("alice");
            assertThat(log.users().get("activity inbound execute")).containsOnly("alice");
        }
    }

    /** Without what is not there, and with the operations that the SDK has and the application has not tried. */
    private static Map<String, State> with(RunLog log, Set<String> inventory) {
        Map<String, State> states = log.states();
        for (String operation : inventory) {
            states.merge(operation, State.MISSED, (state, missed) -> state == State.ABSENT ? missed : state);
        }
        states.values().removeIf(state -> state == State.ABSENT);
        return states;
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
