package dev.heddle.test.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.HelloWorld;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM that never meets Temporal pays: the classes that it loads more than under an agent that does nothing. */
class HelloWorldTest {
    private static final int BUDGET_OF_JDK_CLASSES = 25;

    @TempDir
    static Path folder;

    private static final List<String> added = new ArrayList<>();

    /** An agent that does nothing. */
    public static final class Trivial {
        private Trivial() {}

        public static void premain(String argument, Instrumentation instrumentation) {}
    }

    @BeforeAll
    static void compare() throws IOException {
        Path trivial = new ExtensionJarBuilder()
                .attribute("Premain-Class", Trivial.class.getName())
                .with(Trivial.class)
                .write(folder.resolve("trivial.jar"));
        added.addAll(loadedBy(new ForkedJvm().agent("")));
        added.removeAll(loadedBy(new ForkedJvm().option("-javaagent:" + trivial)));
    }

    private static List<String> loadedBy(ForkedJvm jvm) throws IOException {
        Path log = folder.resolve("classes");
        Path application = new ExtensionJarBuilder().with(HelloWorld.class).write(folder.resolve("hello.jar"));
        String output = jvm.classPath(application.toString())
                .option("-Xlog:class+load:file=" + log + ":none")
                .run(HelloWorld.class.getName())
                .expectSuccess();
        assertThat(output.lines()).containsExactly("application: hello");
        return Files.readAllLines(log).stream()
                .map(line -> line.split(" ")[0])
                .map(name -> name.replaceFirst("/0x.*", ""))
                .toList();
    }

    @Test
    void thatOfTheAgentIsAllThereIs() {
        assertThat(added.stream().filter(name -> !isOfTheJdk(name)))
                .containsExactlyInAnyOrder(
                        "dev.heddle.agent.bootstrap.Premain",
                        "dev.heddle.agent.bootstrap.AgentJar",
                        "dev.heddle.agent.bootstrap.AgentLoader",
                        "dev.heddle.agent.bootstrap.Hook",
                        "dev.heddle.api.package-info",
                        "dev.heddle.agent.control.Agent",
                        "dev.heddle.agent.weave.WeaveTransformer",
                        "dev.heddle.agent.settings.AgentSettings",
                        "dev.heddle.agent.settings.AgentSetting",
                        "dev.heddle.agent.control.RunningAgent");
    }

    @Test
    void ofTheJdkItIsLittleAndCheap() {
        assertThat(added.stream().filter(HelloWorldTest::isOfTheJdk))
                .hasSizeLessThan(BUDGET_OF_JDK_CLASSES)
                .noneMatch(name ->
                        name.matches("java\\.(lang\\.invoke|nio\\.file|util\\.(regex|stream|logging|function))\\..*"));
    }

    private static boolean isOfTheJdk(String name) {
        return name.matches("(java|jdk|sun)\\..*");
    }
}
