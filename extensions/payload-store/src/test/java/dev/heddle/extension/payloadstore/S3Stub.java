package dev.heddle.extension.payloadstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/** Answers as S3 does, two objects to a page, or as a test wants. It checks no signature. */
final class S3Stub implements AutoCloseable {
    /** An object. */
    record Stored(byte[] bytes, Instant modified) {}

    final Map<String, Stored> objects = new ConcurrentSkipListMap<>();
    /** The status of the next answers, before the usual ones. */
    final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    volatile String container = "";

    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final String bucket;
    private final HttpServer server;

    S3Stub(String bucket) throws IOException {
        this.bucket = bucket;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath();
            if (path.equals("/container")) {
                send(exchange, 200, container.getBytes(UTF_8));
                return;
            }
            requests.add(exchange.getRequestMethod() + " " + path + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            Integer wanted = answers.poll();
            if (wanted != null) {
                send(exchange, wanted, "<Error><Code>Made</Code></Error>".getBytes(UTF_8));
            } else if (!path.startsWith("/" + bucket + "/")) {
                send(exchange, 404, "<Error><Code>NoSuchBucket</Code></Error>".getBytes(UTF_8));
            } else {
                String key =
                        URLDecoder.decode(path.substring(bucket.length() + 2).replace("+", "%2B"), UTF_8);
                answer(exchange, key, body);
            }
        }
    }

    private void answer(HttpExchange exchange, String key, byte[] body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(key, new Stored(body, Instant.now()));
                send(exchange, 200, new byte[0]);
            }
            case "DELETE" -> {
                objects.remove(key);
                send(exchange, 204, new byte[0]);
            }
            default -> {
                if (key.isEmpty()) {
                    send(
                            exchange,
                            200,
                            page(exchange.getRequestURI().getQuery()).getBytes(UTF_8));
                    return;
                }
                Stored stored = objects.get(key);
                if (stored == null) {
                    send(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>".getBytes(UTF_8));
                    return;
                }
                exchange.getResponseHeaders()
                        .add(
                                "Last-Modified",
                                DateTimeFormatter.RFC_1123_DATE_TIME
                                        .withZone(ZoneOffset.UTC)
                                        .format(stored.modified()));
                send(exchange, 200, stored.bytes());
            }
        }
    }

    private String page(String query) {
        String prefix = query.replaceFirst(".*prefix=", "");
        String from = query.startsWith("continuation-token=")
                ? query.replaceFirst("continuation-token=(.*)&list-type.*", "$1")
                : "";
        List<String> keys = objects.keySet().stream()
                .filter(key -> key.startsWith(prefix) && key.compareTo(from) > 0)
                .toList();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><ListBucketResult>");
        for (String key : keys.subList(0, Math.min(2, keys.size()))) {
            Stored stored = objects.get(key);
            xml.append("<Contents><Key>")
                    .append(key.replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</Key><LastModified>")
                    .append(stored.modified())
                    .append("</LastModified><Size>")
                    .append(stored.bytes().length)
                    .append("</Size></Contents>");
        }
        if (keys.size() > 2) {
            xml.append("<NextContinuationToken>").append(keys.get(1)).append("</NextContinuationToken>");
        }
        return xml.append("</ListBucketResult>").toString();
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean none = exchange.getRequestMethod().equals("HEAD") || status == 204;
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().add("Content-Length", String.valueOf(body.length));
        }
        exchange.sendResponseHeaders(status, none ? -1 : body.length);
        if (!none) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
