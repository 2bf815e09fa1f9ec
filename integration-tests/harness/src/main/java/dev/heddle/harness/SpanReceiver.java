package dev.heddle.harness;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Receives spans as a collector does, by OTLP over HTTP. */
public final class SpanReceiver implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final List<ReceivedSpan> spans = new CopyOnWriteArrayList<>();

    /** One that runs. */
    public SpanReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            take(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, -1);
            exchange.close();
        });
        // Else one who is killed while it sends keeps all others waiting.
        server.setExecutor(threads);
        server.start();
    }

    /** Takes an export request that has come by another way. */
    public void take(byte... request) {
        spans.addAll(ReceivedSpan.in(request));
    }

    /** What {@code OTEL_EXPORTER_OTLP_ENDPOINT} is to be. */
    public String url() {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    /** Those that have come so far. */
    public List<ReceivedSpan> spans() {
        return spans;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
