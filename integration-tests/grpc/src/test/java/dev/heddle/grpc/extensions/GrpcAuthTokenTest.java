package dev.heddle.grpc.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@code grpc-auth} takes its tokens from, and how it follows them. */
class GrpcAuthTokenTest extends GrpcAuthTesting {
    @Test
    void environmentVariable() {
        start("server.token-variable", "TEST_TOKEN", "client.token-variable", "TEST_TOKEN");
        assertThat(call("acme.Orders")).isEqualTo(handled("authorization=" + System.getenv("TEST_TOKEN")));
    }

    @Test
    void fileIsReadAgainWhenItChanges() throws IOException {
        write(SECRET + "-1\n", "rw-------");
        start("server.token-file", file.toString(), "client.token-file", file.toString(), "reload", "0s");
        assertThat(call("acme.Orders")).isEqualTo(handled("authorization=" + SECRET + "-1"));
        write(SECRET + "-2\n", "rw-------");
        assertThat(call("acme.Orders")).isEqualTo(handled("authorization=" + SECRET + "-2"));
        assertThat(call("acme.Orders", "authorization", SECRET + "-1")).isEqualTo(DENIED);
    }

    @Test
    void fileIsReadAgainWithoutAnySetting() throws IOException {
        write(SECRET + "-1", "rw-------");
        start("server.token-file", file.toString());
        write(SECRET + "-2", "rw-------");
        Map<String, String> header = Map.of("authorization", SECRET + "-2");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> application
                        .call("sync", "UNARY", "acme.Orders", "hello", header)
                        .startsWith("hello|OK"));
    }

    @Test
    void rotation() throws IOException {
        write("\n" + SECRET + "-new\n" + SECRET + "-old\n", "rw-r-----");
        start("server.token-file", file.toString(), "client.token-file", file.toString());
        assertThat(call("acme.Orders", "authorization", SECRET + "-old"))
                .isEqualTo(handled("authorization=" + SECRET + "-old"));
        assertThat(call("acme.Orders")).isEqualTo(handled("authorization=" + SECRET + "-new"));
    }

    @Test
    void missingFile() throws IOException {
        start("server.token-file", file.toString(), "client.token-file", file.toString(), "reload", "0s");
        assertThat(call("acme.Orders")).isEqualTo(NO_TOKEN);
        assertThat(call("acme.Orders", "authorization", SECRET)).isEqualTo(DENIED);
        assertThat(Log.text())
                .containsOnlyOnce(
                        "ERROR heddle - extension grpc-auth: server: refuses every guarded call that arrives: "
                                + "the token file " + file + " does not exist; create it")
                .containsOnlyOnce("refuses every call that would carry the token: the token file " + file + " does");
        write(SECRET, "rw-------");
        assertThat(call("acme.Orders")).isEqualTo(handled("authorization=" + SECRET));
        assertThat(Log.text()).containsOnlyOnce("no longer refuses every guarded call that arrives");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\n"})
    void emptyFile(String text) throws IOException {
        write(text, "rw-------");
        start("server.token-file", file.toString());
        assertThat(call("acme.Orders")).isEqualTo(DENIED);
        assertThat(call("acme.Orders", "authorization", "")).isEqualTo(DENIED);
        assertThat(Log.text()).contains("the token file " + file + " is empty; put the token into it");
    }

    @Test
    void worldReadableFile() throws IOException {
        write(SECRET, "rw-r--r--");
        start("server.token-file", file.toString(), "client.token-file", file.toString(), "reload", "0s");
        assertThat(call("acme.Orders")).isEqualTo(NO_TOKEN);
        assertThat(call("acme.Orders", "authorization", SECRET)).isEqualTo(DENIED);
        assertThat(Log.text())
                .contains("the token file " + file + " is readable by everyone (rw-r--r--); run chmod o-rwx " + file);
        write(SECRET, "rw-------");
        assertThat(call("acme.Orders")).isEqualTo(handled("authorization=" + SECRET));
        write(SECRET, "rw----r--");
        assertThat(call("acme.Orders", "authorization", SECRET)).isEqualTo(DENIED);
    }

    @Test
    void tokenThatNoHeaderCanCarry() throws IOException {
        write(SECRET + "\u00e9", "rw-------");
        start("server.token-file", file.toString(), "client.token-file", file.toString());
        assertThat(call("acme.Orders")).isEqualTo(NO_TOKEN);
        assertThat(Log.text()).contains("has a character in it that no header can carry");
    }

    @Test
    void clientWithoutItsVariableRefuses() {
        start("client.token-variable", "NOT_SET_ANYWHERE", "client.only", "acme.Orders", "server.required", "false");
        assertThat(call("acme.Orders")).isEqualTo(NO_TOKEN);
        assertThat(Log.text())
                .contains("in heddle.extension.grpc-auth.client.*, the environment variable that client.token-variable"
                        + " names is not set; set it");
    }
}
