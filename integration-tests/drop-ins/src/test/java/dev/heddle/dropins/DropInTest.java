package dev.heddle.dropins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JAR with no type of Heddle's in it, whose service files name implementations of the libraries' own types. */
class DropInTest {
    private static final String INTERCEPTORS = "io.temporal.common.interceptors.";
    private static final String WORKER = INTERCEPTORS + "WorkerInterceptor";

    @TempDir
    private Path folder;

    private void write(String file) {
        new ExtensionJarBuilder()
                .with(Announcing.class)
                .service(WORKER, Announcing.OfWorker.class)
                .service(INTERCEPTORS + "WorkflowClientInterceptor", Announcing.OfWorkflowClient.class)
                .service(INTERCEPTORS + "ScheduleClientInterceptor", Announcing.OfScheduleClient.class)
                .service(INTERCEPTORS + "ActivityClientInterceptor", Announcing.OfActivityClient.class)
                .service(INTERCEPTORS + "NexusClientInterceptor", Announcing.OfNexusClient.class)
                .service("io.temporal.common.context.ContextPropagator", Announcing.Propagator.class)
                .service("io.grpc.ClientInterceptor", Announcing.OfChannel.class)
                .service("io.grpc.ServerInterceptor", Announcing.OfServer.class)
                .service("io.grpc.ServerStreamTracer$Factory", Announcing.OfStreams.class)
                .write(folder.resolve(file));
    }

    private void write(String file, Class<?> labelled) {
        new ExtensionJarBuilder().with(Labelled.class).service(WORKER, labelled).write(folder.resolve(file));
    }

    private List<String> run(String settings, String... arguments) {
        return ForkedJvm.ofCustomer()
                .agent("extensions=" + folder + settings)
                // For the status that one of them reads.
                .option("-Dcom.sun.management.jmxremote")
                .run(Application.class.getName(), arguments)
                .expectSuccess()
                .lines()
                .toList();
    }

    private static List<String> said(List<String> output) {
        return output.stream()
                .filter(line -> line.startsWith("drop-in: "))
                .map(line -> line.substring("drop-in: ".length()))
                .toList();
    }

    private static List<String> heddle(List<String> output) {
        return output.stream()
                .filter(line -> line.contains(" heddle - "))
                .map(line -> line.replaceFirst(".* heddle - ", ""))
                .toList();
    }

    @Test
    void isCalledWhereverTheLibrariesCallSuchATypeAndSeenNowhereElse() {
        write("shop-interceptors-1.2.jar");
        List<String> output = run("");
        assertThat(said(output))
                .contains(
                        "channel calls shop.Echo/Say",
                        "server traces shop.Echo/Say",
                        "server gets shop.Echo/Say",
                        "stub of Greeting",
                        "client starts Greeting",
                        "context tenant-7 on workflow",
                        "workflow runs",
                        "workflow asks for Greet",
                        "context tenant-7 on Activity",
                        "activity runs",
                        "client of schedules",
                        "client of activities",
                        "client of Nexus operations");
        // Of a workflow that is replayed on a busy machine these come again.
        assertThat(said(output))
                .filteredOn(line -> !line.matches("(context|workflow) .*"))
                .doesNotHaveDuplicates();
        // Temporal's own calls to its server are nobody's who does not name them.
        assertThat(said(output)).noneMatch(line -> line.contains("temporal.api."));
        assertThat(heddle(output))
                .singleElement()
                .asString()
                .startsWith("extension shop-interceptors 1.2 intercepts by " + Announcing.OfWorker.class.getName())
                .contains(folder.toString());
        List<String> without = ForkedJvm.ofCustomer()
                .run(Application.class.getName())
                .expectSuccess()
                .lines()
                .toList();
        assertThat(result(output)).isEqualTo(result(without)).contains("hello world");
    }

    private static List<String> result(List<String> output) {
        return output.stream()
                .filter(line -> line.matches("hello .*|echo: .*|client interceptors: .*"))
                .toList();
    }

    @Test
    void isCountedWhereItHasAPartUnlessNothingIs() {
        write("shop.jar");
        assertThat(run("", "status"))
                .contains("counted: grpc client shop.Echo/Say 1", "counted: activity inbound interceptActivity 1")
                // Its interceptor and its tracer.
                .contains("counted: grpc server shop.Echo/Say 2")
                .anyMatch(line -> line.matches("counted: workflow inbound interceptWorkflow [1-9]\\d*"))
                .anyMatch(line -> line.matches("counted: workflow outbound serializeContext [1-9]\\d*"));
        assertThat(run(",counters=false", "status")).noneMatch(line -> line.startsWith("counted: "));
    }

    @Test
    void standsOutsideWhatTheApplicationHasUnlessSaidOtherwiseInTheirOrder() {
        write("b.jar", Labelled.First.class);
        write("a.jar", Labelled.Second.class);
        write("c.jar", Labelled.Third.class);
        assertThat(run(",extension.b.order=-1,extension.c.place=inner", "inside"))
                .filteredOn(line -> line.startsWith("runs through "))
                .startsWith(
                        "runs through first",
                        "runs through second",
                        "runs through the application's",
                        "runs through third");
    }

    @Test
    void getsWhatItsOperatorLetsItHave() {
        write("shop.jar");
        List<String> output =
                run(",extension.shop.only=activity inbound,grpc:shop.*,grpc:temporal.api.workflowservice.v1.*/Start*,"
                        + "extension.shop.except=grpc server");
        assertThat(said(output))
                .filteredOn(line -> !line.startsWith("context "))
                .contains("channel calls shop.Echo/Say", "activity runs")
                .contains("channel calls temporal.api.workflowservice.v1.WorkflowService/StartWorkflowExecution")
                .doesNotContain("server gets shop.Echo/Say", "server traces shop.Echo/Say", "workflow runs")
                .noneMatch(line -> line.contains("PollWorkflowTaskQueue") || line.startsWith("client"));
    }

    @Test
    void cannotBeToldByWhatOnlyTheLibraryKnows() {
        write("shop.jar");
        List<String> output = run(",extension.shop.only=queue:greet*");
        assertThat(said(output)).noneMatch(line -> line.endsWith(" runs"));
        assertThat(heddle(output))
                .anyMatch(line -> line.startsWith("extension shop does not get what its settings name: ")
                        && line.contains("'queue:' has no effect; name categories, or methods by grpc:"));
    }

    @Test
    void isNotThereWhenItIsDisabled() {
        write("shop.jar");
        List<String> output = run(",extension.shop.enabled=false");
        assertThat(said(output)).isEmpty();
        assertThat(heddle(output)).singleElement().asString().contains("extension shop is disabled");
    }

    @Test
    void isNotAddedToWhatTheApplicationHasRegisteredItself() {
        write("shop.jar");
        List<String> output = run("", "own");
        assertThat(said(output)).filteredOn("activity runs"::equals).hasSize(1);
        assertThat(heddle(output))
                .filteredOn(line -> line.contains("adds no "))
                .containsExactly("extension shop adds no " + Announcing.OfWorker.class.getName()
                        + " where the application has registered one of that class itself");
    }

    @Test
    void ofTwoPropagatorsOfOneNameTheFirstIsUsed() {
        for (String name : List.of("a.jar", "b.jar")) {
            new ExtensionJarBuilder()
                    .with(Announcing.class)
                    .attribute("Heddle-Extension", name.substring(0, 1))
                    .service("io.temporal.common.context.ContextPropagator", Announcing.Propagator.class)
                    .write(folder.resolve(name));
        }
        List<String> output = run("");
        assertThat(said(output)).contains("context tenant-7 on Activity");
        assertThat(heddle(output))
                .filteredOn(line -> line.contains("adds no "))
                .containsExactly("extension b adds no context propagator 'word', of which there is one already");
    }

    @Test
    void asksForNothingOfALibraryThatTheApplicationLacks() {
        write("shop.jar");
        String grpcOnly = Stream.of(ForkedJvm.customerClassPath().split(":"))
                .filter(entry -> !entry.contains("/io/temporal/"))
                .reduce((left, right) -> left + ":" + right)
                .orElseThrow();
        List<String> output = new ForkedJvm()
                .classPath(grpcOnly)
                .agent("extensions=" + folder)
                .run(EchoApplication.class.getName())
                .expectSuccess()
                .lines()
                .toList();
        assertThat(said(output))
                .containsExactlyInAnyOrder(
                        "channel calls shop.Echo/Say", "server traces shop.Echo/Say", "server gets shop.Echo/Say");
        assertThat(heddle(output)).singleElement().asString().contains(" intercepts by ");
    }
}
