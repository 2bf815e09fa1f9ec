package dev.heddle.test.neutrality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.cost.Passing;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails leaves the same traces with the agent and without. */
class NeutralityTest {
    @TempDir
    private Path folder;

    private static List<String> failures(ForkedJvm jvm) {
        String output = jvm.run(Failures.class.getName()).expectSuccess();
        assertThat(output).as("the application's log").doesNotContain("at dev.heddle.agent.");
        return output.lines()
                .filter(line -> line.startsWith("history of ")
                        || line.startsWith("result of ")
                        || line.startsWith("query: ")
                        || line.startsWith("update to "))
                .toList();
    }

    @Test
    void stackTraces() {
        List<String> plain = failures(new ForkedJvm());
        assertThat(plain)
                .anyMatch(line -> line.startsWith("history of local activity: "))
                .anyMatch(line -> line.startsWith("history of nexus: the cause of nexus "))
                .anyMatch(line -> line.startsWith("history of nexus handler: the cause of nexus handler "));
        for (Class<?> extension : List.of(Passing.class, OneOperation.class)) {
            Path jar = new ExtensionJarBuilder()
                    .provider(extension)
                    .write(folder.resolve(extension.getSimpleName() + ".jar"));
            List<String> woven = failures(new ForkedJvm().agent("extensions=" + jar));
            assertThat(woven).as("with %s", extension).containsExactlyElementsOf(plain);
        }
    }
}
