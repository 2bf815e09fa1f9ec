package dev.heddle.dropins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a JAR of others, or goes wrong in it, is a line of log and nothing that the application notices. */
class BadDropInTest {
    private static final String WORKER = "io.temporal.common.interceptors.WorkerInterceptor";
    private static final String SERVER = "io.grpc.ServerInterceptor";

    @TempDir
    private Path folder;

    private ExtensionJarBuilder jar(String service, Class<?> implementation) {
        return new ExtensionJarBuilder().with(implementation).service(service, implementation);
    }

    private List<String> run(Class<?> application, String settings) {
        return ForkedJvm.ofCustomer()
                .agent("extensions=" + folder + settings)
                .run(application.getName())
                .expectSuccess()
                .lines()
                .toList();
    }

    private static List<String> heddle(List<String> output) {
        return output.stream().filter(line -> line.contains(" heddle - ")).toList();
    }

    @Test
    void whatCannotBeMadeIsLeftOut() throws Exception {
        jar(WORKER, Failing.ThrowsWhenMade.class).write(folder.resolve("throws.jar"));
        jar(WORKER, Failing.NeedsArgument.class).write(folder.resolve("argument.jar"));
        jar(WORKER, Failing.OfChannel.class).write(folder.resolve("type.jar"));
        new ExtensionJarBuilder()
                .entry("META-INF/services/" + WORKER, "com.example.Missing".getBytes())
                .write(folder.resolve("missing.jar"));
        jar(WORKER, Labelled.First.class).with(Labelled.class).write(folder.resolve("good-1.0.jar"));
        Files.copy(folder.resolve("good-1.0.jar"), folder.resolve("twin.jar"));
        Files.copy(folder.resolve("good-1.0.jar"), folder.resolve("good-1.1.jar"));
        jar(WORKER, Labelled.Second.class)
                .with(Labelled.class)
                .entry("io/temporal/workflow/Workflow.class", new byte[0])
                .write(folder.resolve("bundling.jar"));
        List<String> output = run(Application.class, ",extension.good.place=inner");
        assertThat(output).contains("hello world", "runs through first");
        for (String[] each : new String[][] {
            {"throws.jar", "ThrowsWhenMade cannot be made: java.lang.IllegalStateException: not now at", "correct it"},
            {"argument.jar", "NeedsArgument has no public constructor without parameters", "heddle.native"},
            {"type.jar", "names dev.heddle.dropins.Failing$OfChannel, which is no " + WORKER, "name a class"},
            {"missing.jar", "names com.example.Missing, which neither the JAR nor the application has", "correct"},
            {"twin.jar", "it has the same extension as good-1.0.jar", "remove one of the two"},
            {"good-1.1.jar", "its name 'good' is taken by good-1.0.jar", "remove one of the two"},
            {"bundling.jar", "it bundles io/temporal/workflow/Workflow.class", "provided"}
        }) {
            assertThat(heddle(output))
                    .filteredOn(line -> line.contains("/" + each[0] + " "))
                    .describedAs(each[0])
                    .singleElement()
                    .asString()
                    .contains(" is left out: ", each[1], each[2]);
        }
    }

    @Test
    void anAccidentIsPassedByAndSaidOnce() {
        for (String[] each : new String[][] {
            {WORKER, "OfWorker"},
            {"io.temporal.common.interceptors.WorkflowClientInterceptor", "OfWorkflowClient"},
            {"io.temporal.common.context.ContextPropagator", "Propagator"},
            {"io.grpc.ClientInterceptor", "OfChannel"},
            {SERVER, "OfServer"},
            {"io.grpc.ServerStreamTracer$Factory", "OfStreams"}
        }) {
            new ExtensionJarBuilder()
                    .with(Failing.class)
                    .entry("META-INF/services/" + each[0], (Failing.class.getName() + "$" + each[1]).getBytes())
                    .write(folder.resolve(each[1] + ".jar"));
        }
        List<String> output = run(Application.class, "");
        assertThat(output).contains("hello world", "echo: hi");
        assertThat(heddle(output))
                .anyMatch(line -> line.contains("extension OfWorker failed in workflow inbound interceptWorkflow"))
                .anyMatch(line -> line.contains("extension OfWorker failed in activity inbound interceptActivity"))
                .anyMatch(line -> line.contains("extension OfWorkflowClient failed in client workflowClientCalls")
                        && line.contains("NoSuchMethodError"))
                .anyMatch(line -> line.contains("extension Propagator failed in "))
                .anyMatch(line -> line.contains("extension OfChannel failed in grpc client shop.Echo/Say"))
                .anyMatch(line -> line.contains("extension OfServer failed in grpc server shop.Echo/Say"))
                .anyMatch(line -> line.contains("extension OfStreams failed in grpc server shop.Echo/Say"))
                .filteredOn(line -> line.contains(" interceptWorkflow"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OfServer |                           | handled | hi
            OfServer | ,extension.drop.guard=true |         | UNKNOWN
            Refusing |                           |         | PERMISSION_DENIED: not you
            Throwing |                           |         | UNKNOWN
            """)
    void noCallRunsTwiceAndNoneThatIsRefused(String name, String settings, String handled, String echo) {
        new ExtensionJarBuilder()
                .with(Failing.class)
                .entry("META-INF/services/" + SERVER, (Failing.class.getName() + "$" + name).getBytes())
                .write(folder.resolve("drop.jar"));
        List<String> output = run(EchoApplication.class, settings == null ? "" : settings);
        assertThat(output).filteredOn("handled"::equals).hasSize(handled == null ? 0 : 1);
        assertThat(output).anyMatch(line -> line.startsWith("echo: ") && line.contains(echo));
    }

    @Test
    void aGuardThatCannotBeMadeRefusesAll() {
        jar(SERVER, Failing.OfWorker.class).with(Failing.class).write(folder.resolve("drop.jar"));
        List<String> output = run(EchoApplication.class, ",extension.drop.guard=true");
        assertThat(output).doesNotContain("handled").noneMatch(line -> line.startsWith("echo: hi"));
        assertThat(heddle(output))
                .anyMatch(line -> line.contains("it is a guard, so until then every call is refused"));
    }
}
