package dev.heddle.test.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.OtherVersion;
import dev.heddle.test.AnnouncingExtension;
import dev.heddle.test.CustomerApplication;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent named twice, disabled, or beside another log. */
class InstallationTest {
    @TempDir
    Path folder;

    private ForkedJvm jvm;

    @BeforeEach
    void writeExtension() {
        Path extensions = folder.resolve("extensions");
        new ExtensionJarBuilder().provider(AnnouncingExtension.class).write(extensions.resolve("announcing.jar"));
        jvm = ForkedJvm.ofCustomer().agent("extensions=" + extensions);
    }

    @Test
    void namedTwiceItIsInstalledOnce() {
        String output =
                jvm.agent("second=1").run(CustomerApplication.class.getName()).expectSuccess();
        assertThat(output.lines().filter(line -> line.contains("heddle - ")))
                .hasSize(2)
                .first()
                .isEqualTo(
                        "ERROR heddle - the agent is installed in this JVM already, so a second -javaagent option or "
                                + "attachment, which sets second, has no effect; remove one of the two");
        assertThat(output.lines()).containsOnlyOnce("intercepted: start").contains(CustomerApplication.GREETING);
    }

    /** A JAR of another version, under another name, before this one. */
    @Test
    void ofTwoVersionsTheFirstIsInstalled() throws IOException {
        Path other = OtherVersion.write(folder.resolve("heddle-agent-99.jar"));
        String output = ForkedJvm.ofCustomer()
                .option("-javaagent:" + other + "=extensions=" + folder.resolve("extensions"))
                .agent("extensions=/nowhere")
                .run(CustomerApplication.class.getName())
                .expectSuccess();
        assertThat(output.lines().filter(line -> line.contains("heddle - ")))
                .hasSize(2)
                .first()
                .asString()
                .endsWith("which sets extensions, has no effect; remove one of the two");
        assertThat(output.lines()).containsOnlyOnce("intercepted: start").contains(CustomerApplication.GREETING);
    }

    @Test
    void whatIsInTheSecondOptionIsNotShown() {
        String output = jvm.agent("extension.auth.client.token=open-sesame==")
                .run(CustomerApplication.class.getName())
                .expectSuccess();
        assertThat(output).contains(", which sets extension.auth.client.token, has no effect");
        assertThat(output).doesNotContain("=open", "sesame==");
    }

    @Test
    void disabledItDoesNothing() {
        String output = jvm.option("-Dheddle.enabled=false")
                .option("-Xlog:class+load")
                .run(ClientOptions.class.getName())
                .expectSuccess();
        assertThat(output)
                .contains("application: interceptors 0")
                .doesNotContain("heddle - ", "WeaveTransformer", "net.bytebuddy");
    }

    @Test
    void theApplicationsLogIsNotItsOwn() {
        Path logFile = folder.resolve("application.log");
        String output = jvm.option("-Dorg.slf4j.simpleLogger.logFile=" + logFile)
                .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=off")
                .option("-Dorg.slf4j.simpleLogger.log.heddle=off")
                .option("-Dslf4j.provider=com.example.Provider")
                .option("-Djava.util.logging.config.file=" + folder.resolve("nowhere"))
                .run(ClientOptions.class.getName())
                .expectSuccess();
        assertThat(output)
                .contains(
                        "application: interceptors 1", "INFO heddle - extension announcing intercepts client (start)");
        assertThat(logFile).doesNotExist();
        assertThat(output).as("only the application asks for its provider").containsOnlyOnce("SLF4J(E): Failed");
    }
}
