package dev.heddle.test.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.AnnouncingExtension;
import dev.heddle.test.CustomerApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extensions that others could write are not loaded, or with a line that says so; the application works. */
class RightsTest {
    private static final String INTERCEPTED = "intercepted: start";

    @TempDir
    Path parent;

    private Path folder;
    private Path jar;

    @BeforeEach
    void write() {
        folder = parent.resolve("extensions");
        jar = new ExtensionJarBuilder().provider(AnnouncingExtension.class).write(folder.resolve("good.jar"));
    }

    private static void allow(Path file, String rights) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private List<String> run(String... options) {
        ForkedJvm jvm = ForkedJvm.ofCustomer().agent("").option("-Dheddle.extensions=" + folder);
        for (String option : options) {
            jvm.option(option);
        }
        return jvm.run(CustomerApplication.class.getName())
                .expectSuccess()
                .lines()
                .toList();
    }

    private static List<String> agentLines(List<String> output) {
        return output.stream()
                .filter(line -> line.contains(" heddle - "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    @Test
    void aJarThatOthersCanWriteIsLeftOutWithOneLine() throws IOException {
        allow(jar, "rw-rw-r--");
        List<String> output = run();
        assertThat(output).contains(CustomerApplication.GREETING).doesNotContain(INTERCEPTED);
        assertThat(agentLines(output))
                .singleElement()
                .asString()
                .startsWith("ERROR heddle - extension " + jar + " is left out: others than its owner may write " + jar
                        + " (rw-rw-r--, ")
                .endsWith("; chmod go-w " + jar + ", or set heddle.extensions.rights=ignore");
    }

    @Test
    void aFolderThatOthersCanWriteIsLeftOutWithOneLine() throws IOException {
        new ExtensionJarBuilder()
                .provider(AnnouncingExtension.class)
                .attribute("Heddle-Extension", "twin")
                .write(folder.resolve("twin.jar"));
        allow(folder, "rwxrwxrwx");
        List<String> output = run();
        assertThat(output).contains(CustomerApplication.GREETING).doesNotContain(INTERCEPTED);
        assertThat(agentLines(output))
                .singleElement()
                .asString()
                .startsWith("ERROR heddle - no extensions from " + folder + ": others than its owner may write "
                        + folder.toRealPath() + " (rwxrwxrwx, ");
    }

    @Test
    void aLinkThatLeavesTheFolderIsLeftOut() throws IOException {
        Path elsewhere = parent.resolve("elsewhere/good.jar");
        Files.createDirectory(elsewhere.getParent());
        Files.move(jar, elsewhere);
        Files.createSymbolicLink(jar, elsewhere);
        List<String> output = run();
        assertThat(output).contains(CustomerApplication.GREETING).doesNotContain(INTERCEPTED);
        assertThat(agentLines(output))
                .singleElement()
                .asString()
                .contains("extension " + jar + " is left out: " + jar + " is a link that leaves its folder");
    }

    @Test
    void anOverrideLoadsItAndSaysSoOnce() throws IOException {
        allow(folder, "rwxrwxr-x");
        allow(jar, "rw-rw-rw-");
        List<String> output = run("-Dheddle.extensions.rights=ignore");
        assertThat(output).contains(CustomerApplication.GREETING, INTERCEPTED);
        assertThat(agentLines(output)).hasSize(3);
        assertThat(agentLines(output).subList(0, 2))
                .allMatch(line -> line.startsWith("WARN heddle - others than its")
                        && line.endsWith("it is used all the same, because heddle.extensions.rights is 'ignore'"));
    }

    /** What is required is not there, however good the reason. */
    @Test
    void oneThatIsRequiredLetsNothingBeMade() throws IOException {
        allow(jar, "rw-rw-r--");
        assertThat(ForkedJvm.ofCustomer()
                        .agent("")
                        .option("-Dheddle.extensions=" + folder)
                        .option("-Dheddle.required=good")
                        .run(RequiredTest.Maker.class.getName())
                        .expectSuccess())
                .contains("good.jar is left out", "server: heddle.required names good", "stubs: heddle.required names");
    }
}
