package dev.heddle.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ClassPaths;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The greeting application, and what the extension {@link Recording} prints of it. */
final class Greetings {
    static final String MAIN = "greetings.GreetingApplication";
    static final String GREETED = "application: hello world";

    /** Each call of one greeting that crosses from one side to the other. */
    private static final List<String> CALLS = List.of(
            "client start",
            "workflow inbound execute, sent by start",
            "workflow outbound executeActivity",
            "activity inbound execute, sent by executeActivity",
            "grpc client greetings.Echo/Say",
            "grpc server greetings.Echo/Say, sent by greetings.Echo/Say",
            // What the SDK itself says to its server.
            "grpc client temporal.api.workflowservice.v1.WorkflowService/StartWorkflowExecution");

    private Greetings() {}

    /** Writes the recording extension into a folder, and answers the agent's argument that names it. */
    static String recordingIn(Path folder) {
        new ExtensionJarBuilder().provider(Recording.class).write(folder.resolve("recording.jar"));
        return "extensions=" + folder;
    }

    /** The JARs that the application needs, itself included. */
    static List<Path> jars() {
        return entries().filter(entry -> !isOfTests(entry)).toList();
    }

    /** The same with another SDK, {@code old} or {@code shaded}, in place of the newest. */
    static List<Path> jarsWithSdk(String other) {
        Stream<Path> sdk =
                Stream.of(Sdks.CLASS_PATHS.get(other).split(File.pathSeparator)).map(Path::of);
        return Stream.concat(sdk, jars().stream().filter(jar -> !isOfSdk(jar))).toList();
    }

    private static final class Sdks {
        static final Map<String, String> CLASS_PATHS = ClassPaths.alone(Map.of(
                "old",
                Stream.of("sdk", "serviceclient", "testing", "test-server")
                        .map(name -> "io.temporal:temporal-" + name + ":1.24.3")
                        .toList(),
                "shaded",
                List.of("io.temporal:temporal-shaded:" + System.getProperty("test.shaded"))));
    }

    /** The class path of a container that has nothing of the application. */
    static String containerPath() {
        return pathOf(entries().filter(Greetings::isOfTests).toList());
    }

    static String pathOf(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    static boolean isOfSdk(Path jar) {
        return jar.getFileName().toString().startsWith("temporal-");
    }

    private static Stream<Path> entries() {
        return Stream.of(ForkedJvm.customerClassPath().split(File.pathSeparator))
                .map(Path::of);
    }

    private static boolean isOfTests(Path entry) {
        String name = entry.getFileName().toString();
        return !name.endsWith(".jar")
                || name.matches("(junit|surefire|common-java|assertj|awaitility|hamcrest|tomcat|jakarta).*");
    }

    /** Expects so many greetings, each beside this SDK, with a chain of its own and each call intercepted once. */
    static void assertIntercepted(String output, String sdk, long times) {
        String prefix = Recording.prefix(sdk);
        Map<String, Long> printed = output.lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(printed).as(output).doesNotContainKey("instance 2").containsEntry("instance 1", times);
        assertThat(CALLS).allSatisfy(call -> assertThat(printed).containsEntry(call, times));
        assertThat(output.lines()).contains(GREETED);
        assertNoComplaint(output);
    }

    /** Expects that neither the agent nor the JVM complains of the agent. */
    static void assertNoComplaint(String output) {
        assertThat(output).doesNotContain("WARN heddle", "ERROR heddle");
        assertThat(output.lines()).noneMatch(line -> line.contains("WARNING") && line.contains("dev.heddle"));
    }
}
