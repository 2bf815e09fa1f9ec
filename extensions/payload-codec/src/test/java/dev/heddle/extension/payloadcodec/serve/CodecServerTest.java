package dev.heddle.extension.payloadcodec.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.heddle.command.CommandSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the UI and the command line ask of a codec server, and what others would like to. */
class CodecServerTest {
    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final String TOKEN = "open-sesame";
    private static final String UI = "http://ui.example";
    private static final String PLAIN = "{\"payloads\":[" + payload("json/plain", "\"secret\"") + "]}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private CodecServer server;

    private static String payload(String encoding, String data) {
        return "{\"metadata\":{\"encoding\":\"" + base64(encoding) + "\"},\"data\":\"" + base64(data) + "\"}";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path secret(String file, String text) throws Exception {
        Path path = Files.writeString(folder.resolve(file), text);
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }

    @BeforeEach
    void keys() throws Exception {
        Files.createDirectory(folder.resolve("keys"));
        secret("keys/k1", KEY);
    }

    private CodecServer start(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("port=0", "keys.folder=" + folder.resolve("keys"), "key=k1"));
        all.addAll(List.of(arguments));
        server = Serve.start(CommandSettings.of("payload-codec", all, Map.of()), new PrintStream(said, true));
        return server;
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path)).header("Content-Type", "application/json");
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void whatIsEncodedIsDecoded() throws Exception {
        start();
        assertThat(said.toString()).contains(server.address() + "/decode", "everyone on this machine");
        HttpResponse<String> encoded = post("/encode", PLAIN);
        assertThat(encoded.statusCode()).isEqualTo(200);
        assertThat(encoded.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(encoded.body())
                .contains(base64("binary/encrypted"), base64("k1"))
                .doesNotContain(base64("\"secret\""));
        HttpResponse<String> decoded = post("/some/namespace/decode?preserveStorageRefs=true", encoded.body());
        assertThat(decoded.body()).isEqualTo(PLAIN);
    }

    /** References to stored payloads too, whose other fields the UI needs. */
    @Test
    void whatIsNotEncodedIsGivenBackAsItCame() throws Exception {
        start();
        String reference = "{\"metadata\":{\"encoding\":\"" + base64("json/protobuf")
                + "\"},\"data\":\"e30=\",\"externalPayloads\":[{\"sizeBytes\":\"70000\"}]}";
        JsonObject sent = JsonParser.parseString(
                        "{\"payloads\":[" + reference + "," + payload("json/plain", "1") + "]}")
                .getAsJsonObject();
        assertThat(JsonParser.parseString(post("/decode", sent.toString()).body()))
                .isEqualTo(sent);
        assertThat(post("/decode", "{}").body()).isEqualTo("{\"payloads\":[]}");
    }

    @Test
    void whatNoKeyOpensIsNamedByItsKey() throws Exception {
        start();
        String encoded = post("/encode", PLAIN).body().replace(base64("k1"), base64("k9"));
        HttpResponse<String> refused = post("/decode", encoded);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("'k9'").doesNotContain(KEY);
    }

    @Test
    void whatIsNoRequestOfThatKindIsRefused() throws Exception {
        start();
        assertThat(post("/elsewhere", PLAIN).statusCode()).isEqualTo(404);
        assertThat(post("/download", PLAIN).statusCode()).isEqualTo(404);
        assertThat(send(request("/decode").GET()).statusCode()).isEqualTo(405);
        for (String body : new String[] {
            "",
            "x",
            "[]",
            "{\"payloads\":7}",
            "{\"payloads\":[1]}",
            "{\"payloads\":[{\"data\":\"?\"}]}",
            "{\"payloads\":[{\"metadata\":[]}]}",
            "{\"payloads\":[{\"data\":null}]}"
        }) {
            assertThat(post("/decode", body)).satisfies(answer -> {
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body()).isEqualTo("the body should be the JSON of Temporal's Payloads");
            });
        }
        HttpRequest.Builder ofAForm = HttpRequest.newBuilder(URI.create(server.address() + "/decode"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(PLAIN));
        assertThat(send(ofAForm).statusCode()).isEqualTo(415);
    }

    @Test
    void withoutTheTokenNobodyComesIn() throws Exception {
        start("token-file=" + secret("token", TOKEN + "\n"));
        assertThat(post("/decode", PLAIN).statusCode()).isEqualTo(401);
        HttpRequest.Builder request = request("/decode").POST(BodyPublishers.ofString(PLAIN));
        assertThat(send(request.header("Authorization", "Bearer another")).statusCode())
                .isEqualTo(401);
        assertThat(send(request.setHeader("Authorization", "Bearer " + TOKEN)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPageMayAskIfItIsNamed() throws Exception {
        start("origins=" + UI, "token-file=" + secret("token", TOKEN));
        HttpRequest.Builder preflight = request("/decode").method("OPTIONS", BodyPublishers.noBody());
        HttpResponse<String> allowed = send(preflight.header("Origin", UI));
        assertThat(allowed.statusCode()).isEqualTo(204);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains(UI);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Credentials"))
                .contains("true");
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("Authorization", "X-Namespace", "Content-Type");
        assertThat(send(preflight.setHeader("Origin", "http://elsewhere.example"))
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void nothingIsServedWhereEveryoneCouldAsk() {
        assertThatThrownBy(() -> start("host=0.0.0.0")).hasMessageContaining("set token-file");
        assertThatThrownBy(() -> start("tokenfile=x")).hasMessageContaining("nobody knows [tokenfile]");
        assertThatThrownBy(() -> start("key=k2")).hasMessageContaining("has no key 'k2'");
        assertThatThrownBy(() -> {
                    Path open = secret("token", TOKEN);
                    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
                    start("token-file=" + open);
                })
                .hasMessageContaining("chmod o-rwx")
                .hasMessageNotContaining(TOKEN);
    }

    /** A page of elsewhere whose name leads to this machine sends that name. */
    @Test
    void withoutATokenItIsAskedByItsOwnNameAlone() throws Exception {
        start();
        int port = URI.create(server.address()).getPort();
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("POST /decode HTTP/1.1\r\nHost: rebound.example:" + port
                                    + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 403");
        }
    }
}
