package dev.heddle.grpc.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The extension {@code grpc-auth} on both sides. */
class GrpcAuthTest extends GrpcAuthTesting {
    @Test
    void missingHeader() {
        start("server.token", SECRET);
        assertThat(call("acme.Orders")).isEqualTo(DENIED);
    }

    /** Decided by the headers, of every kind of call: no request has come, or none that could be parsed. */
    @ParameterizedTest
    @ValueSource(strings = {Program.OPEN, Service.MALFORMED})
    void refusesBeforeThereIsARequest(String request) {
        start("server.token", SECRET);
        for (String kind : KINDS) {
            assertThat(application.call("sync", kind, request)).as(kind).isEqualTo(DENIED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", SECRET + "x", "s3cret-of-the-tesT", "Bearer " + SECRET})
    void wrongHeader(String wrong) {
        start("server.token", SECRET);
        assertThat(call("acme.Orders", "authorization", wrong)).isEqualTo(DENIED);
        assertThat(call("acme.Orders", "token", SECRET)).isEqualTo(DENIED);
    }

    @Test
    void rightHeader() {
        start("server.token", SECRET);
        assertThat(call("acme.Orders", "authorization", SECRET)).isEqualTo(handled("authorization=" + SECRET));
    }

    @Test
    void headerSchemeAndMessageAreSet() {
        start("server.token", SECRET, "server.header", "X-Key", "server.scheme", "Bearer", "server.message", "No!");
        assertThat(call("acme.Orders", "x-key", "bearer " + SECRET)).isEqualTo(handled("x-key=bearer " + SECRET));
        assertThat(call("acme.Orders", "x-key", SECRET)).isEqualTo("UNAUTHENTICATED: No!|null|not handled");
    }

    @Test
    void clientAddsTheHeaderAndKeepsExistingMetadata() {
        start("server.token", SECRET, "server.scheme", "Bearer", "client.token", SECRET, "client.scheme", "Bearer");
        assertThat(call("acme.Orders", "tenant", "acme"))
                .isEqualTo(handled("authorization=Bearer " + SECRET + " tenant=acme"));
    }

    @Test
    void clientLeavesTheHeaderOfTheApplication() {
        start("client.token", SECRET);
        assertThat(call("acme.Orders", "authorization", "its own")).isEqualTo(handled("authorization=its own"));
        assertThat(Log.text())
                .contains("grpc-auth: server: does not guard what arrives")
                .contains("grpc-auth: server: the server at sync is not guarded");
    }
}
