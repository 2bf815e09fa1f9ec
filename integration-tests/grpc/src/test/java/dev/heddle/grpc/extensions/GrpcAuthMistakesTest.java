package dev.heddle.grpc.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is half configured, or mistyped, leaves nothing open. */
class GrpcAuthMistakesTest extends GrpcAuthTesting {
    @Test
    void aMistypedSettingIsNoLeaveToStayOpen() {
        start("server.required", "false", "server.tokn", SECRET);
        assertThat(call("acme.Orders")).isEqualTo(DENIED);
    }

    @Test
    void aMistypedSettingLeavesNothingOpen() {
        start("client.token", SECRET, "server.tokenfile", file.toString());
        assertThat(call("acme.Orders")).isEqualTo(DENIED);
        assertThat(Log.text())
                .contains("did you mean heddle.extension.grpc-auth.server.token-file?")
                .contains("server: refuses every guarded call that arrives: there is no token to compare with");
    }

    @Test
    void nothingSetRefuses() {
        start();
        assertThat(call("acme.Orders", "authorization", "")).isEqualTo(DENIED);
        assertThat(one("UNARY", "grpc.health.v1.Health")).startsWith("hello|OK");
        assertThat(Log.text()).contains("there is no token to compare with");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.required=true",
                "server.required=maybe",
                "server.only=acme.Orders",
                "server.token=",
                "server.token-variable=NOT_SET_ANYWHERE",
                "server.token-file="
            })
    void mistakesRefuse(String mistake) {
        String[] setting = mistake.split("=", 2);
        start("client.token", SECRET, "client.except", "acme.Orders", setting[0], setting[1]);
        assertThat(call("acme.Orders")).isEqualTo(DENIED);
        assertThat(Log.text()).contains("grpc-auth: server: refuses every guarded call that arrives: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.only=",
                "server.except=/",
                "server.header=authorization: s3cret-of-the-test",
                "server.scheme=Bearer s3cret-of-the-test",
                "server.token-file=x",
                "reload=soon"
            })
    void moreMistakesRefuse(String mistake) {
        String[] setting = mistake.split("=", 2);
        start("server.token", SECRET, setting[0], setting[1]);
        assertThat(call("acme.Stock", "authorization", SECRET)).isEqualTo(DENIED);
        assertThat(Log.text())
                .contains("grpc-auth: server: refuses every guarded call that arrives: ")
                .doesNotContain("unknown");
    }

    @Test
    void mistakesOfTheServerLeaveTheClientAlone() {
        start("server.token", SECRET, "server.only", "grpc.*", "reload", "soon");
        assertThat(call("acme.Orders")).isEqualTo(DENIED);
        assertThat(Log.text()).doesNotContain("refuses every call that would carry the token");
    }
}
