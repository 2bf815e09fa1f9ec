package dev.heddle.test.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import dev.heddle.test.AnnouncingExtension;
import dev.heddle.test.CustomerApplication;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heddle comes into a JVM and leaves it: what the JVM has of it then. */
class DetachTest {
    @Test
    void nothingIsLeft(@TempDir Path folder) {
        Path lens = new ExtensionJarBuilder()
                .attribute("Agent-Class", Lens.class.getName())
                .attribute("Can-Retransform-Classes", "true")
                .with(Lens.class)
                .write(folder.resolve("lens.jar"));
        Path extension = new ExtensionJarBuilder()
                .provider(AnnouncingExtension.class)
                .write(folder.resolve("extensions/announcing.jar"));
        List<String> output = ForkedJvm.ofCustomer()
                .option("-Djdk.attach.allowAttachSelf=true")
                .option("--add-opens=java.base/java.lang=ALL-UNNAMED")
                .option("-Dcom.sun.management.jmxremote")
                .run(
                        AttachedApplication.class.getName(),
                        Repository.agentJar().toString(),
                        extension.getParent().toString(),
                        lens.toString())
                .expectSuccess()
                .lines()
                .toList();
        assertThat(output)
                .containsSubsequence(
                        CustomerApplication.GREETING,
                        "woven: true",
                        "intercepted: start",
                        CustomerApplication.GREETING,
                        "hooks: 1",
                        "still woven: []",
                        "hooks left: 0",
                        "beans left: []",
                        "loaders left: 0",
                        CustomerApplication.GREETING)
                .containsOnlyOnce("intercepted: start")
                .noneMatch(line -> line.contains("ERROR heddle"));
    }
}
