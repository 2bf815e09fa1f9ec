package dev.heddle.extension.payloadcodec.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What somebody gets who has asked by HTTP. */
record Answer(int status, String body) {
    static final int UNKNOWN = 401;
    static final int OTHER_METHOD = 405;
    private static final int OK = 200;

    static Answer of(String json) {
        return new Answer(OK, json);
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", status == OK ? "application/json" : "text/plain; charset=utf-8");
        switch (status) {
            case UNKNOWN -> headers.set("WWW-Authenticate", "Bearer");
            case OTHER_METHOD -> headers.set("Allow", "POST, OPTIONS");
            default -> {}
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
