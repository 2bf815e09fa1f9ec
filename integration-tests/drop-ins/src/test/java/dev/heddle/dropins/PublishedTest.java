package dev.heddle.dropins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ClassPaths;
import dev.heddle.harness.ForkedJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody here wrote, as its registry has it: each does in an unmodified application what its own page says. */
class PublishedTest {
    private static final String OPENTRACING = "temporal-opentracing";
    private static final String MICROMETER = "micrometer-core";
    private static final String GRPC_SPRING = "grpc-server-spring-boot-starter";
    private static final String TELEMETRY = "opentelemetry-grpc-1.6";

    private static Map<String, String> published;

    @TempDir
    private Path folder;

    @BeforeAll
    static void resolve() {
        published = new HashMap<>(ClassPaths.of(
                Map.of(
                        OPENTRACING,
                        List.of("io.temporal:temporal-opentracing:1.39.0"),
                        MICROMETER,
                        List.of("io.micrometer:micrometer-core:1.17.2"),
                        TELEMETRY,
                        List.of("io.opentelemetry.instrumentation:opentelemetry-grpc-1.6:2.31.1-alpha")),
                false));
        // Without Spring, of which its meters use nothing.
        published.putAll(ClassPaths.alone(Map.of(
                GRPC_SPRING,
                List.of(
                        "net.devh:grpc-server-spring-boot-starter:3.1.0.RELEASE",
                        "net.devh:grpc-common-spring-boot:3.1.0.RELEASE"))));
    }

    /** Runs an application with a published JAR in its folder, and what that needs in another. */
    private List<String> run(String artifact, Class<?> application, String settings) throws IOException {
        Path libraries = Files.createDirectory(folder.resolve("libraries"));
        Path extensions = Files.createDirectory(folder.resolve("extensions"));
        for (String entry : published.get(artifact).split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            boolean itself = jar.getFileName().toString().startsWith(artifact);
            Files.copy(jar, (itself ? extensions : libraries).resolve(jar.getFileName()));
        }
        Path config = Files.writeString(folder.resolve("heddle.properties"), settings);
        return ForkedJvm.ofCustomer()
                .agent("config=" + config + ",extensions=" + extensions)
                .option("-Dheddle.extension." + artifact.replaceFirst("-\\d.*", "") + ".libraries=" + libraries)
                .run(application.getName())
                .expectSuccess()
                .lines()
                .filter(line -> line.matches("(span|observed|metered|echo:|hello) .*|.* heddle - .*"))
                .toList();
    }

    /** Spans for the start and the run of a workflow and an activity, each in the one that caused it. */
    @Test
    void temporalsOpenTracing() throws IOException {
        assertThat(run(OPENTRACING, OpenTracingApplication.class, """
                heddle.native=io.temporal.opentracing.OpenTracingClientInterceptor, \\
                    io.temporal.opentracing.OpenTracingWorkerInterceptor
                """))
                .contains(
                        "hello world",
                        "span StartWorkflow:Greeting of nothing",
                        "span RunWorkflow:Greeting of StartWorkflow:Greeting",
                        "span StartActivity:Greet of RunWorkflow:Greeting",
                        "span RunActivity:Greet of StartActivity:Greet")
                .filteredOn(line -> line.contains(" heddle - "))
                .singleElement()
                .asString()
                .contains("temporal-opentracing 1.39.0 intercepts by io.temporal.opentracing.");
    }

    /** An observation of each call at both ends, with service, method and status. */
    @Test
    void micrometersObservations() throws IOException {
        assertThat(run(MICROMETER, ObservedApplication.class, """
                heddle.native=\\
                    io.micrometer.core.instrument.binder.grpc.ObservationGrpcClientInterceptor( \\
                        dev.heddle.dropins.ObservedApplication.registry()), \\
                    io.micrometer.core.instrument.binder.grpc.ObservationGrpcServerInterceptor( \\
                        dev.heddle.dropins.ObservedApplication.registry())
                """))
                .contains("echo: hi")
                .anyMatch(line -> line.startsWith("observed grpc.client shop.Echo/Say ")
                        && line.contains("rpc.service=shop.Echo")
                        && line.contains("grpc.status_code=OK"))
                .anyMatch(line ->
                        line.startsWith("observed grpc.server shop.Echo/Say ") && line.contains("rpc.method=Say"));
    }

    /** A counter of the calls that begin, and a timer of those that end, by their status. */
    @Test
    void grpcSpringsMeters() throws IOException {
        assertThat(run(GRPC_SPRING, MeteredApplication.class, """
                heddle.native=net.devh.boot.grpc.server.metrics.MetricsServerStreamTracers() \\
                    .getMetricsServerTracerFactory(dev.heddle.dropins.MeteredApplication.registry())
                """))
                .contains(
                        "echo: hi",
                        "metered grpc.server.call.started of shop.Echo/Say: 1",
                        "metered grpc.server.call.duration of shop.Echo/Say, OK: 1");
    }

    /** A span at each end, the server's in the client's: the context has travelled in the headers. */
    @Test
    void openTelemetrysLibrary() throws IOException {
        assertThat(run(TELEMETRY, TelemetryApplication.class, """
                heddle.native=\\
                    io.opentelemetry.instrumentation.grpc.v1_6.GrpcTelemetry.create( \\
                        io.opentelemetry.api.GlobalOpenTelemetry.get()).createClientInterceptor(), \\
                    io.opentelemetry.instrumentation.grpc.v1_6.GrpcTelemetry.create( \\
                        io.opentelemetry.api.GlobalOpenTelemetry.get()).createServerInterceptor()
                """))
                .contains("echo: hi", "span CLIENT shop.Echo/Say of nothing", "span SERVER shop.Echo/Say of CLIENT");
    }
}
