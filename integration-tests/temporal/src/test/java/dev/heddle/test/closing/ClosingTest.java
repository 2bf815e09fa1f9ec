package dev.heddle.test.closing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.input.ClientOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extensions give back what they have opened, whatever the others do. */
class ClosingTest {
    @TempDir
    Path folder;

    private ForkedJvm jvm(String... extensions) {
        for (String name : extensions) {
            new ExtensionJarBuilder()
                    .provider(ClosingExtension.class)
                    .attribute("Heddle-Extension", name)
                    .write(folder.resolve(name + ".jar"));
        }
        return ForkedJvm.ofCustomer().agent("extensions=" + folder);
    }

    @Test
    void whenTheJvmEnds() {
        List<String> output = jvm("good", "hanging", "last", "throwing", "unregistered")
                .option("-Dheddle.extension.hanging.end=hangs")
                .option("-Dheddle.extension.throwing.end=throws")
                .option("-Dheddle.extension.unregistered.end=unregistered")
                .run(ClientOptions.class.getName())
                .expectSuccess()
                .lines()
                .toList();
        assertThat(output)
                .containsOnlyOnce(
                        "good closes on heddle-close-good",
                        "last closes on heddle-close-last",
                        "hanging closes on heddle-close-hanging",
                        "throwing closes on heddle-close-throwing")
                .doesNotContain("unregistered closes on heddle-close-unregistered");
        assertThat(output)
                .filteredOn(line -> line.contains("ERROR heddle - extension throwing"))
                .singleElement()
                .asString()
                .endsWith("extension throwing failed to close");
        assertThat(output)
                .filteredOn(line -> line.contains("WARN heddle"))
                .singleElement()
                .asString()
                .contains(
                        "extension hanging has not closed within 5 s and is left to itself, in state WAITING at ",
                        " at " + ClosingExtension.class.getName() + ".close(");
    }

    @Test
    void whenTheApplicationGoesAndTheJvmStays() {
        List<String> output = jvm("good", "throwing")
                .option("-Dheddle.extension.throwing.end=throws")
                .run(ApplicationLoader.class.getName())
                .expectSuccess()
                .lines()
                .toList();
        assertThat(output)
                .containsOnlyOnce("good closes on heddle-close-good", "throwing closes on heddle-close-throwing");
        assertThat(output.indexOf("application: gone"))
                .isGreaterThan(output.indexOf("good closes on heddle-close-good"));
    }
}
