package dev.heddle.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.HistoryText;
import dev.heddle.harness.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code replay} by applications that other loaders load, and whose start goes on to call workflows. */
class ReplayTest {
    @TempDir
    Path folder;

    private ForkedJvm.Result replay(String... application) {
        List<String> words = new ArrayList<>(List.of("replay", "--from", folder.toString()));
        words.addAll(List.of(application));
        return new ForkedJvm().runJar(Repository.agentJar(), words.toArray(new String[0]));
    }

    private void write(String name, String workflowType, String taskQueue, String activityType) throws IOException {
        Files.writeString(folder.resolve(name), HistoryText.ofOneActivity(workflowType, taskQueue, activityType));
    }

    @Test
    void aJarThatSpringBootHasMade() throws IOException {
        write("delivered.json", "DeliveryWorkflow", "parcels", "Carry");
        write("another.json", "DeliveryWorkflow", "parcels", "Drop");
        ForkedJvm.Result result = replay(Repository.file(
                        "integration-tests/containers/spring-boot-application/target/spring-boot-application.jar")
                .toString());
        assertThat(result.output().lines())
                .as(result.output())
                .anyMatch(line -> line.matches("  DeliveryWorkflow +2 +1 +22"))
                .anyMatch(line -> line.contains("Drop") && line.contains("Carry"))
                .contains("    - another.json");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void anSdkWithItsLibrariesInOtherPackages() throws IOException {
        write("greeting.json", "Greeting", "greetings", "Compose");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String shaded = Greetings.pathOf(Greetings.jarsWithSdk("shaded"));
        assertThat(replay("--", java, "-cp", shaded, Greetings.MAIN)
                        .expectSuccess()
                        .lines())
                .anyMatch(line -> line.matches("  Greeting +1 +0 +11"));
    }
}
