package dev.heddle.opentelemetry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.heddle.harness.ForkedJvm;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test is a JVM of its own, because environment and shutdown are what is tested. */
class BundledSdkTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withoutVariablesItIsSilentButForOneLine(boolean hasOpenTelemetry) throws Exception {
        assertThat(record(hasOpenTelemetry, Map.of()))
                .contains("nothing: no global OpenTelemetry or OTEL_* endpoint is set")
                .hasLineCount(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasRecordedReachesTheCollectorBeforeTheExit(boolean hasOpenTelemetry) throws Exception {
        Queue<String> received = new ConcurrentLinkedQueue<>();
        HttpServer collector = collector(exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, -1);
            exchange.close();
        });
        try {
            String said = record(
                    hasOpenTelemetry,
                    Map.of(
                            "OTEL_EXPORTER_OTLP_ENDPOINT",
                            url(collector.getAddress().getPort()),
                            "OTEL_SERVICE_NAME",
                            "orders"));
            assertThat(said).contains("its own OpenTelemetry, as the OTEL_* variables say");
            assertThat(received).singleElement().asString().contains("orders", "waiting", "type", "Order");
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void anAbsentCollectorIsNoFailure() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        record(false, Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", url(nobody)));
    }

    @Test
    void retriesDoNotHoldUpTheExit() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer collector = collector(exchange -> {
            asked.incrementAndGet();
            // Which the exporter would try again.
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_UNAVAILABLE, -1);
            exchange.close();
        });
        try {
            record(
                    false,
                    Map.of(
                            "OTEL_EXPORTER_OTLP_ENDPOINT",
                            url(collector.getAddress().getPort())));
            assertThat(asked).hasValue(1);
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void whatItCannotDoIsSaidInOneLine() throws Exception {
        assertThat(record(false, Map.of("OTEL_METRICS_EXPORTER", "otlp", "OTEL_EXPORTER_OTLP_PROTOCOL", "thrift")))
                .contains("WARNING: Heddle records with nothing: ", "thrift")
                .doesNotContain("\tat ");
    }

    private static HttpServer collector(HttpHandler handler) throws IOException {
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/metrics", handler);
        collector.start();
        return collector;
    }

    /** Runs {@link Recording} with these variables and returns what it prints. */
    private static String record(boolean hasOpenTelemetry, Map<String, String> variables) {
        ForkedJvm jvm = new ForkedJvm()
                .classPath(ClassPaths.text())
                .option("-Dold.opentelemetry.folder=" + System.getProperty("old.opentelemetry.folder"))
                .option("-Dtest.classes=" + System.getProperty("test.classes"));
        System.getenv().keySet().stream()
                .filter(name -> name.startsWith("OTEL_"))
                .forEach(name -> jvm.environment(name, null));
        variables.forEach(jvm::environment);
        String said = jvm.run(Recording.class.getName(), String.valueOf(hasOpenTelemetry))
                .expectSuccess();
        assertThat(said).contains("done");
        return said;
    }

    private static String url(int port) {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
    }
}
