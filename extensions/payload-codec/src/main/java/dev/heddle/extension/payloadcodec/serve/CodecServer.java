package dev.heddle.extension.payloadcodec.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.heddle.api.PayloadCodec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Encodes and decodes for who asks by HTTP as Temporal's UI and command line do. Nothing it answers has a key in it. */
final class CodecServer implements AutoCloseable {
    private static final int THREADS = 4;
    /** A history of the largest size that Temporal allows, in Base64. */
    private static final int LARGEST = 96 << 20;

    private final AccessRules access;
    private final PayloadCodec codec;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private CodecServer(AccessRules access, PayloadCodec codec, HttpServer server) {
        this.access = access;
        this.codec = codec;
        this.server = server;
    }

    /**
     * Listens.
     *
     * @throws IOException if the port is taken
     */
    static CodecServer start(AccessRules access, PayloadCodec codec) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(access.host(), access.port()), 0);
        CodecServer server = new CodecServer(access, codec, http);
        http.setExecutor(server.threads);
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    /** Where it listens. */
    String address() {
        String host = access.host().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            access.allow(exchange.getRequestHeaders(), exchange.getResponseHeaders());
            answer(exchange).send(exchange);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean encodes = path.endsWith("/encode");
        if (!encodes && !path.endsWith("/decode")) {
            return new Answer(404, "there are /encode and /decode");
        }
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                Answer refusal = access.refusal(exchange.getRequestHeaders());
                return refusal == null ? converted(exchange, encodes) : refusal;
            }
            case "OPTIONS" -> {
                return new Answer(204, "");
            }
            default -> {
                return new Answer(Answer.OTHER_METHOD, "send POST");
            }
        }
    }

    private Answer converted(HttpExchange exchange, boolean encodes) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.split(";")[0].strip().equalsIgnoreCase("application/json")) {
            // What a page of any origin could send, too.
            return new Answer(415, "send application/json");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return new Answer(413, "the body has more than " + LARGEST + " bytes");
        }
        try {
            return Answer.of(PayloadsJson.changed(
                    new String(body, StandardCharsets.UTF_8), encodes ? codec::encode : codec::decode));
        } catch (Exception refused) {
            return new Answer(400, String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
