package dev.heddle.test.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.bootstrap.Hook;
import dev.heddle.agent.bootstrap.Premain;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.HelloWorld;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Java that is too old for the agent: it says so, and the application starts. */
class OldJavaTest {
    private static final int CLASS_FILE_OF_JAVA_8 = 52;

    /** An agent that makes the JVM pass for another Java; the JVM ignores that property where it is given. */
    public static final class Disguise {
        private Disguise() {}

        public static void premain(String version) {
            System.setProperty("java.specification.version", version);
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1.8", "11"})
    void isToldWhatIsMissing(String version) {
        Path disguise = new ExtensionJarBuilder()
                .attribute("Premain-Class", Disguise.class.getName())
                .with(Disguise.class)
                .write(folder.resolve("disguise.jar"));
        String output = ForkedJvm.ofCustomer()
                .option("-javaagent:" + disguise + "=" + version)
                .agent("")
                .run(HelloWorld.class.getName())
                .expectSuccess();
        assertThat(output.lines())
                .containsExactly(
                        "ERROR heddle - the agent needs Java 17 or later and this is Java " + version
                                + ", so the application runs without it; update Java or remove the -javaagent option",
                        "application: hello");
    }

    @ParameterizedTest
    @ValueSource(classes = {Premain.class, Hook.class, AgentLoader.class})
    void canLoadTheAgentsEntrance(Class<?> type) {
        assertThat((int) ExtensionJarBuilder.bytes(type)[7]).isEqualTo(CLASS_FILE_OF_JAVA_8);
    }
}
