package dev.heddle.versions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import echo.Echo;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sample applications, run with one version of their library and with the agent. */
final class Samples {
    private static final Path FOLDER = Path.of("target", "recorders").toAbsolutePath();
    private static final Path LATE =
            Path.of("target", "late-recorder", "recorder.jar").toAbsolutePath();

    static {
        new ExtensionJarBuilder()
                .provider(Recorder.class)
                .provider(PluginRecorder.class)
                .write(FOLDER.resolve("recorder.jar"));
        DropInRecorder.jar().write(FOLDER.resolve("drop-ins.jar"));
        new ExtensionJarBuilder().provider(Recorder.class).write(LATE);
    }

    private Samples() {}

    /** What a version of Temporal's SDK shows of each operation that it has. */
    static Map<String, State> temporal(TemporalServers servers, String version, String classPath, Setting setting)
            throws IOException {
        String queue = "sample-" + version.replace('.', '-') + '-' + setting.slug();
        servers.endpoint(queue);
        RunLog log = run(
                setting,
                classPath,
                "sample.temporal.Application",
                servers.address(),
                servers.agreeableAddress(),
                queue,
                setting.threads());
        assertTold(log);
        Map<String, State> states = withUntried(log, classPath);
        if (!Library.TEMPORAL.isMarked(version)) {
            states.keySet().removeIf(Page::isOfFew);
        }
        return states;
    }

    /** What an application with a version of Temporal's SDK prints with extensions. */
    static String temporal(
            TemporalServers servers, String version, String classPath, List<Path> extensions, String... options) {
        String queue = "extended-" + version.replace('.', '-');
        servers.endpoint(queue);
        ForkedJvm jvm = new ForkedJvm()
                .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
                .option("-Dheddle.extensions="
                        + extensions.stream().map(Path::toString).collect(Collectors.joining(",")));
        for (String option : options) {
            jvm.option(option);
        }
        return jvm.classPath(ownClasses() + File.pathSeparator + classPath)
                .agent("")
                .run("sample.temporal.Application", servers.address(), servers.agreeableAddress(), queue, "platform")
                .expectSuccess();
    }

    /** What a version of grpc-java shows of each kind of call. */
    static Map<String, State> grpc(String classPath, Setting setting) {
        RunLog log = run(setting, classPath, "sample.grpc.Application");
        assertThat(log.users().values()).allSatisfy(users -> assertThat(users).containsOnly("alice"));
        return log.states();
    }

    /** What a version of Temporal's SDK shows where the agent is attached to all that the application has made. */
    static LateRun lateTemporal(TemporalServers servers, String version, String classPath) throws IOException {
        String queue = "late-" + version.replace('.', '-');
        servers.endpoint(queue);
        return LateRun.of(
                Setting.FIRST.jvm().classPath(ownClasses() + File.pathSeparator + classPath),
                LATE,
                "sample.temporal.Application",
                servers.address(),
                servers.agreeableAddress(),
                queue,
                "platform");
    }

    /** The same of grpc-java. */
    static LateRun lateGrpc(String classPath) throws IOException {
        return LateRun.of(
                Setting.FIRST.jvm().classPath(ownClasses() + File.pathSeparator + classPath),
                LATE,
                "sample.grpc.Application");
    }

    /** The samples, and the service that they share with other applications. */
    private static String ownClasses() {
        return Path.of("target", "classes").toAbsolutePath()
                + File.pathSeparator
                + Echo.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    private static RunLog run(Setting setting, String classPath, String mainClass, String... arguments) {
        ForkedJvm jvm = setting.jvm()
                .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
                .classPath(ownClasses() + File.pathSeparator + classPath)
                .agent("extensions=" + FOLDER);
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
    private static Map<String, State> withUntried(RunLog log, String classPath) throws IOException {
        Map<String, State> states = log.states();
        for (String operation : Inventory.of(classPath)) {
            states.merge(operation, State.MISSED, (state, missed) -> state == State.ABSENT ? missed : state);
        }
        for (String type : Inventory.of(classPath, DropInRecorder.types().keySet())) {
            String name = type.substring(type.lastIndexOf('.') + 1);
            states.put("drop-in " + name, log.dropIns().contains(name) ? State.INTERCEPTED : State.MISSED);
        }
        states.values().removeIf(state -> state == State.ABSENT);
        return states;
    }
}
