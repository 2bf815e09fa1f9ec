package dev.heddle.extension.opentelemetrytracing;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Receives spans by OTLP over HTTP, and reads of {@code trace.proto} what tests compare. */
final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final List<Trees.Node> spans = new CopyOnWriteArrayList<>();
    private final List<String> resources = new CopyOnWriteArrayList<>();

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    String url() {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    List<Trees.Node> spans() {
        return spans;
    }

    /** What has sent them, as text. */
    List<String> resources() {
        return resources;
    }

    private void receive(HttpExchange exchange) throws IOException {
        for (UnknownFieldSet ofResource : messages(UnknownFieldSet.parseFrom(exchange.getRequestBody()), 1)) {
            resources.add(bytes(ofResource, 1).toStringUtf8());
            for (UnknownFieldSet ofScope : messages(ofResource, 2)) {
                messages(ofScope, 2).forEach(span -> spans.add(node(span)));
            }
        }
        exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, -1);
        exchange.close();
    }

    private static Trees.Node node(UnknownFieldSet span) {
        int kind = span.getField(6).getVarintList().get(0).intValue();
        return new Trees.Node(
                hex(bytes(span, 1)),
                hex(bytes(span, 2)),
                hex(bytes(span, 4)),
                bytes(span, 5).toStringUtf8(),
                // The protocol's first is none.
                SpanKind.values()[kind - 1].name(),
                null);
    }

    private static List<UnknownFieldSet> messages(UnknownFieldSet in, int field) {
        return in.getField(field).getLengthDelimitedList().stream()
                .map(Collector::parse)
                .toList();
    }

    private static UnknownFieldSet parse(ByteString bytes) {
        try {
            return UnknownFieldSet.parseFrom(bytes);
        } catch (IOException noMessage) {
            throw new IllegalStateException(noMessage);
        }
    }

    private static ByteString bytes(UnknownFieldSet in, int field) {
        return ByteString.copyFrom(in.getField(field).getLengthDelimitedList());
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
