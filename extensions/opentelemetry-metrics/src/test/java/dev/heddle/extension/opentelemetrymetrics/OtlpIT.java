package dev.heddle.extension.opentelemetrymetrics;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.heddle.harness.ForkedJvm;
import java.io.File;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The extension as it ships, in an application without OpenTelemetry. */
class OtlpIT {
    private static ForkedJvm application() {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("opentelemetry") || entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        ForkedJvm jvm = new ForkedJvm()
                .classPath(classPath)
                .agent("extensions="
                        + Path.of("target", "heddle-extension-opentelemetry-metrics.jar")
                                .toAbsolutePath());
        System.getenv().keySet().stream()
                .filter(name -> name.startsWith("OTEL_"))
                .forEach(name -> jvm.environment(name, null));
        return jvm;
    }

    private static String run(ForkedJvm application) {
        String said = application.run(MetricsApplication.class.getName()).expectSuccess();
        assertThat(said).contains("the workflow says hello").doesNotContain("\tat ");
        return said;
    }

    @Test
    void metricsReachTheCollectorBeforeTheExit() throws Exception {
        Queue<String> received = new ConcurrentLinkedQueue<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/metrics", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, -1);
            exchange.close();
        });
        collector.start();
        try {
            String url = "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                    + collector.getAddress().getPort();
            String said = run(application()
                    .environment("OTEL_EXPORTER_OTLP_ENDPOINT", url)
                    .environment("OTEL_SERVICE_NAME", "greeter"));
            assertThat(said).contains("Heddle records with its own OpenTelemetry, as the OTEL_* variables say");
            assertThat(String.join("\n", received))
                    .contains("greeter", "heddle_call_latency", "workflow inbound", "Greeting", "greetings");
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void whatItCannotDoIsSaidInOneLine() {
        assertThat(run(application().environment("OTEL_METRICS_EXPORTER", "prometheus")))
                .contains("Heddle records with nothing: ", "opentelemetry-exporter-prometheus");
    }
}
