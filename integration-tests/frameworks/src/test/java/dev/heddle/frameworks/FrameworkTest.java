package dev.heddle.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Jdk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each application, as it is built for production, with the agent and without. */
class FrameworkTest {
    /** What each application's one visit makes of calls. */
    private static final List<String> CALLS = List.of(
            "grpc client greetings.Greeter/Greet",
            "grpc server greetings.Greeter/Greet, sent by greetings.Greeter/Greet",
            "client start",
            "workflow inbound execute, sent by start",
            "workflow outbound executeActivity",
            "activity inbound execute, sent by executeActivity",
            "grpc client greetings.Greeter/GreetLetters",
            "grpc server greetings.Greeter/GreetLetters, sent by greetings.Greeter/GreetLetters");

    /** One response, and the letters of a name. */
    private static final List<String> HELD = List.of(
            "grpc client greetings.Greeter/Greet",
            "grpc server greetings.Greeter/Greet",
            "grpc client greetings.Greeter/GreetLetters",
            "grpc client greetings.Greeter/GreetLetters",
            "grpc client greetings.Greeter/GreetLetters",
            "grpc server greetings.Greeter/GreetLetters",
            "grpc server greetings.Greeter/GreetLetters",
            "grpc server greetings.Greeter/GreetLetters");

    @TempDir
    static Path folder;

    private static Path recording;
    private static Path holding;

    @BeforeAll
    static void packExtensions() {
        recording = new ExtensionJarBuilder().provider(Recording.class).write(folder.resolve("recording.jar"));
        holding = new ExtensionJarBuilder().provider(Holding.class).write(folder.resolve("holding.jar"));
    }

    @TestFactory
    Stream<DynamicTest> frameworks() {
        return Framework.toRun()
                .flatMap(framework -> framework.javas().stream()
                        .map(java -> dynamicTest(framework + " on Java " + java, () -> run(framework, java))));
    }

    private static void run(Framework framework, int java) {
        assumeThat(Jdk.home(java)).as("a Java %s beside this one", java).isPresent();
        Output plain = run(framework, java, null, framework.mending());
        Output recorded = run(framework, java, recording, framework.mending());
        assertThat(recorded.calls()).as(recorded.text()).containsExactlyInAnyOrderElementsOf(CALLS);
        recorded.assertLike(plain);
        List<String> settings = new ArrayList<>(framework.mending());
        settings.add("-Dheddle.extension.holding.elsewhere=" + framework.letsGoElsewhere());
        Output held = run(framework, java, holding, settings);
        assertThat(held.held()).as(held.text()).containsExactlyInAnyOrderElementsOf(HELD);
        held.assertLike(plain);
    }

    /** Runs an application, with the agent if there is an extension, and further options of the JVM. */
    static Output run(Framework framework, int java, Path extension, List<String> settings) {
        ForkedJvm jvm = new ForkedJvm()
                .java(Jdk.home(java).orElseThrow())
                .option("-XX:+UseSerialGC")
                .patience(Duration.ofMinutes(5))
                // A step of a workflow may take its time on a busy machine.
                .environment("TEMPORAL_DEBUG", "true");
        framework.options().forEach(jvm::option);
        settings.forEach(jvm::option);
        if (extension != null) {
            jvm.agent("extensions=" + extension);
        }
        return Output.of(jvm.runJar(framework.jar(), framework.arguments()).expectSuccess());
    }
}
