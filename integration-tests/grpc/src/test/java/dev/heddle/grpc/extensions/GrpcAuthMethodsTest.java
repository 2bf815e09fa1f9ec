package dev.heddle.grpc.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which methods {@code grpc-auth} guards, and to which a client sends its token. */
class GrpcAuthMethodsTest extends GrpcAuthTesting {
    /** These methods alone, not whatever bears the service's name; and what a Temporal server in this process has. */
    @Test
    void healthReflectionAndTemporalAreExempt() {
        start("server.token", SECRET);
        assertThat(one("UNARY", "grpc.health.v1.Health")).startsWith("hello|OK");
        assertThat(one("SERVER_STREAMING", "grpc.health.v1.Health")).startsWith("hello|OK");
        assertThat(one("CLIENT_STREAMING", "grpc.health.v1.Health")).isEqualTo(DENIED);
        assertThat(one("BIDI_STREAMING", "grpc.reflection.v1.ServerReflection")).startsWith("hello|OK");
        assertThat(one("BIDI_STREAMING", "grpc.reflection.v1alpha.ServerReflection"))
                .startsWith("hello|OK");
        assertThat(one("UNARY", "grpc.reflection.v1.ServerReflection")).isEqualTo(DENIED);
        assertThat(call("temporal.api.workflowservice.v1.WorkflowService")).startsWith("hello|OK");
        assertThat(Log.text())
                .contains("extension grpc-auth: server: guards every method (exempt: grpc.health.v1.Health/Check,")
                .contains("temporal.api.workflowservice.v1.WorkflowService, ")
                .contains("), by the header authorization, with 1 token");
    }

    @Test
    void healthIsGuardedWhereSomebodySaysSo() {
        start("server.token", SECRET, "server.only", "*", "server.except", "grpc.reflection.*");
        assertThat(call("grpc.health.v1.Health")).isEqualTo(DENIED);
        assertThat(call("grpc.reflection.v1.ServerReflection")).startsWith("hello|OK");
    }

    @Test
    void aMistypedServiceIsTold() {
        start("server.token", SECRET, "server.only", "acme.Order");
        assertThat(call("acme.Orders")).startsWith("hello|OK");
        assertThat(Log.text())
                .containsOnlyOnce("WARN heddle - extension grpc-auth: server: heddle.extension.grpc-auth.server.only"
                        + " names acme.Order, which is no method of the server at sync")
                .containsOnlyOnce(" acme.Order, which");
    }

    /** One line for each server, as it starts. */
    @Test
    void eachServerIsToldAsItStarts() {
        start("server.token", SECRET, "server.except", "acme.Stock/UNARY");
        for (String name : List.of("sync", "async")) {
            assertThat(Log.text())
                    .containsOnlyOnce("INFO heddle - extension grpc-auth: server: the server at " + name
                            + " guards acme.Orders, acme.Stock/BIDI_STREAMING, acme.Stock/CLIENT_STREAMING,"
                            + " acme.Stock/SERVER_STREAMING, acme.Stock/UNKNOWN, grpc.health.v1.Health/BIDI_STREAMING,"
                            + " grpc.health.v1.Health/CLIENT_STREAMING, grpc.health.v1.Health/UNKNOWN,");
        }
        assertThat(Log.text())
                .contains(" (exempt: grpc.health.v1.Health/Check, grpc.health.v1.Health/Watch,"
                        + " grpc.reflection.v1.ServerReflection/ServerReflectionInfo,"
                        + " grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo,"
                        + " temporal.api.workflowservice.v1.WorkflowService; not guarded: acme.Stock/UNARY),"
                        + " with 1 token");
    }

    @Test
    void onlySomeServicesAreGuarded() {
        start("server.token", SECRET, "server.only", "acme.Orders, acme.Stock/UNARY");
        assertThat(call("acme.Orders")).isEqualTo(DENIED);
        assertThat(application.call("sync", "UNARY", "acme.Stock", "hello", Map.of()))
                .isEqualTo(DENIED);
        assertThat(application.call("sync", "BIDI_STREAMING", "acme.Stock", "hello", Map.of()))
                .startsWith("hello|OK");
    }

    @Test
    void tokenGoesToNoOtherService() {
        start("client.token", SECRET, "client.only", "acme.Orders");
        assertThat(call("acme.Orders")).isEqualTo(handled("authorization=" + SECRET));
        assertThat(call("acme.Stock")).isEqualTo("hello|OK: null|null|handled");
    }

    @Test
    void tokenDoesNotGoToTheInfrastructureUnlessSomebodySaysSo() throws Exception {
        String temporal = "temporal.api.workflowservice.v1.WorkflowService";
        start("client.token", SECRET);
        assertThat(call(temporal)).isEqualTo("hello|OK: null|null|handled");
        assertThat(Log.text()).contains("heddle.extension.grpc-auth.client.only");
        application.close();
        start("client.token", SECRET, "client.only", "temporal.api.*");
        assertThat(call(temporal)).isEqualTo(handled("authorization=" + SECRET));
    }
}
