package dev.heddle.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} finds in an application that does not run what the others here find in one that does. */
class CheckTest {
    @TempDir
    Path folder;

    private String check(String... application) {
        return run(application).expectSuccess();
    }

    private ForkedJvm.Result run(String... application) {
        List<String> words = new ArrayList<>(List.of("check", "--extensions"));
        words.add(Greetings.recordingIn(folder.resolve("extensions")).replace("extensions=", ""));
        words.addAll(List.of(application));
        return new ForkedJvm().runJar(Repository.agentJar(), words.toArray(new String[0]));
    }

    private static void assertFound(String printed, String sdk, String grpc) {
        assertThat(printed.lines())
                .as(printed)
                .anyMatch(line -> line.startsWith("  library     Temporal's SDK " + sdk + ", "))
                .anyMatch(line -> line.startsWith("  library     " + grpc))
                .anyMatch(line -> line.matches("  client +\\d+ +[1-9]\\d*  recording"))
                .anyMatch(line -> line.matches("  workflow outbound +\\d+ +[1-9]\\d*  recording"))
                .anyMatch(line -> line.matches("  grpc client +any +any  recording"));
    }

    @Test
    void aJarThatSpringBootHasMade() {
        Path jar = Repository.file(
                "integration-tests/containers/spring-boot-application/target/spring-boot-application.jar");
        assertFound(check(jar.toString()), "1.39.0", "grpc-java 1.");
    }

    @Test
    void bothKindsOfGrpc() {
        String printed = check("-cp", Greetings.pathOf(Greetings.jarsWithSdk("shaded")));
        assertFound(printed, "1.38.0", "grpc-java in temporal-shaded 1.76.0");
        assertThat(printed).contains("  library     grpc-java 1.");
    }

    /** Of two versions the JVM takes the first of the path. */
    @Test
    void twoVersionsOfTheSdk() {
        List<Path> both = Stream.concat(Greetings.jarsWithSdk("old").stream(), Greetings.jars().stream())
                .distinct()
                .toList();
        ForkedJvm.Result result = run("-cp", Greetings.pathOf(both));
        assertFound(result.output(), "1.24.3", "grpc-java 1.");
        assertThat(result.output()).contains("temporal-sdk-1.24.3.jar and in ", "temporal-sdk-1.39.0.jar, of which");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void namedModules() throws IOException {
        List<Path> libraries =
                Greetings.jars().stream().filter(jar -> !Greetings.isOfSdk(jar)).toList();
        ModulePath modules = new ModulePath(Files.createDirectory(folder.resolve("modules")), libraries);
        modules.addAutomatic(
                "temporal", Greetings.jars().stream().filter(Greetings::isOfSdk).toList());
        String printed = check("-p", modules.toString());
        assertFound(printed, "1.39.0", "grpc-java 1.");
        assertThat(printed).contains("a module path of " + modules.toString().split(File.pathSeparator).length);
    }
}
