package dev.heddle.test.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Extension;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import dev.heddle.test.AnnouncingExtension;
import dev.heddle.test.CustomerApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agent's JAR is overwritten while an application runs, which goes on with the agent that it started with. */
class UpgradeTest {
    @TempDir
    Path folder;

    private Path agent;

    @BeforeEach
    void install() throws IOException {
        agent = Files.copy(Repository.agentJar(), folder.resolve("heddle-agent.jar"));
    }

    private String run(Class<? extends Extension> extension, Path content, String when) {
        Path jar = new ExtensionJarBuilder().provider(extension).write(folder.resolve("extension.jar"));
        return ForkedJvm.ofCustomer()
                .option("-javaagent:" + agent + "=extensions=" + jar)
                .run(Upgraded.class.getName(), agent.toString(), content.toString(), when)
                .expectSuccess();
    }

    private Path content(String kind) throws IOException {
        return switch (kind) {
            case "nothing" -> Files.createFile(folder.resolve("nothing"));
            case "another JAR" ->
                new ExtensionJarBuilder().with(UpgradeTest.class).write(folder.resolve("another.jar"));
            default -> {
                // The same entries at other places.
                byte[] old = Files.readAllBytes(agent);
                byte[] shifted = new byte[old.length + 777];
                System.arraycopy(old, 0, shifted, 777, old.length);
                yield Files.write(folder.resolve("shifted"), shifted);
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"nothing, before", "another JAR, before", "another version, before", "another version, after"})
    void theApplicationIsInterceptedAsIfNothingHadHappened(String kind, String when) throws IOException {
        String output = run(AnnouncingExtension.class, content(kind), when);
        assertThat(output)
                .contains("intercepted: start", CustomerApplication.GREETING)
                .doesNotContain("ERROR heddle", "NoClassDefFoundError", "ClassFormatError");
        assertThat(output.lines().filter(line -> line.contains("WARN heddle")))
                .hasSize(when.equals("before") ? 1 : 0)
                .allMatch(line ->
                        line.contains(agent + " is not the file any more that it was when this JVM was started"));
    }

    @Test
    void aGuardStillGuards() throws IOException {
        assertThat(run(Refusing.class, content("another version"), "before"))
                .contains("application: not today")
                .doesNotContain("ERROR heddle", CustomerApplication.GREETING);
    }
}
