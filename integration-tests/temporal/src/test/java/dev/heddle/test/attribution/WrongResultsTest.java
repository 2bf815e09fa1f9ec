package dev.heddle.test.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result of the wrong type: the line names the type that the interceptor gave, not what the library wraps it in. */
class WrongResultsTest {
    @Test
    void theirTypesAreNamed(@TempDir Path folder) {
        Path jar = new ExtensionJarBuilder().provider(WrongResults.class).write(folder.resolve("wrong.jar"));
        String output = new ForkedJvm()
                .agent("extensions=" + jar)
                .run(EveryCategory.class.getName())
                .expectSuccess();
        assertThat(output)
                .contains("application: warm bread for counter, which is SERVING")
                .containsOnlyOnce(line("nexus inbound startOperation", "failure 2", "java.lang.Integer"))
                .containsOnlyOnce(line(
                        "workflow outbound executeActivity",
                        "further failures are counted, and the 10th switches it off",
                        "java.lang.Double"));
    }

    private static String line(String operation, String then, String type) {
        return "ERROR heddle - extension wrong failed in " + operation + " and the call's own outcome stands; " + then
                + ": dev.heddle.agent.call.InvalidResultException: " + operation + " cannot return a " + type + "\n";
    }
}
