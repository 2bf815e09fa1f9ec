package dev.heddle.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The greeting application, and what the extension {@link Recording} prints of it. */
final class Greetings {
    static final String MAIN = "greetings.GreetingApplication";
    static final String GREETED = "application: hello world";

    /** Each call of one greeting that crosses from one side to the other. */
    static final List<String> CALLS = List.of(
            "extension: client start",
            "extension: workflow inbound execute, sent by start",
            "extension: workflow outbound executeActivity",
            "extension: activity inbound execute, sent by executeActivity",
            "extension: grpc client greetings.Echo/Say",
            "extension: grpc server greetings.Echo/Say, sent by greetings.Echo/Say");

    /** What the SDK itself says to its server. */
    static final String STARTED =
            "extension: grpc client temporal.api.workflowservice.v1.WorkflowService/StartWorkflowExecution";

    private Greetings() {}

    /** Writes the recording extension into a folder, and answers the agent's argument that names it. */
    static String recordingIn(Path folder) {
        new ExtensionJarBuilder().provider(Recording.class).write(folder.resolve("recording.jar"));
        return "extensions=" + folder;
    }

    /** The JARs that the application needs, itself included. */
    static List<Path> jars() {
        return Stream.of(ForkedJvm.customerClassPath().split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> entry.toString().endsWith(".jar"))
                .filter(jar -> !jar.toString()
                        .matches(".*/(junit|surefire|assertj|awaitility|hamcrest|opentest4j|apiguardian|tomcat)[^/]*"))
                .toList();
    }

    /** The same with the SDK in a folder of {@code target/sdk} in place of the newest. */
    static List<Path> jarsWithSdk(String folder) {
        try (Stream<Path> sdk = Files.list(Repository.file("integration-tests/containers/target/sdk/" + folder))) {
            return Stream.concat(sdk, jars().stream().filter(jar -> !isOfSdk(jar)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static boolean isOfSdk(Path jar) {
        return jar.getFileName().toString().startsWith("temporal-");
    }

    static String pathOf(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Expects one greeting, each call intercepted once, and no complaint. */
    static void assertIntercepted(String output) {
        assertThat(output.lines().filter(CALLS::contains)).as(output).containsExactlyInAnyOrderElementsOf(CALLS);
        assertThat(output.lines()).contains(GREETED).containsOnlyOnce("extension: instance 1 beside SDK 1.38.0");
        assertNoComplaint(output);
    }

    /** Expects that neither the agent nor the JVM complains of the agent. */
    static void assertNoComplaint(String output) {
        assertThat(output).doesNotContain("WARN heddle", "ERROR heddle", "PotentialDeadlock");
        assertThat(output.lines()).noneMatch(line -> line.contains("WARNING") && line.contains("dev.heddle"));
    }
}
