package dev.heddle.grpc.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heddle.harness.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The extension {@code grpc-auth} on both sides. */
class GrpcAuthTest {
    private static final List<String> KINDS =
            List.of("UNARY", "CLIENT_STREAMING", "SERVER_STREAMING", "BIDI_STREAMING");
    private static final String SECRET = "s3cret-of-the-test";
    private static final String DENIED = "UNAUTHENTICATED: Access denied!|null|not handled";
    private static final String NO_TOKEN =
            "UNAUTHENTICATED: no token to send; the log of this process says why|null|not handled";

    @TempDir
    Path folder;

    private Path file;
    private Application application;

    @BeforeEach
    void listen() {
        Log.clear();
        file = folder.resolve("token");
    }

    private void start(String... settings) {
        application = Start.with(List.of(Repository.extensionJar("grpc-auth")), "grpc-auth.", settings);
    }

    /** No test logs a token, whatever it does. */
    @AfterEach
    void stop() throws Exception {
        application.close();
        assertThat(Log.text()).doesNotContain(SECRET);
    }

    private void write(String text, String permissions) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private String call(String service, String... header) {
        Set<String> outcomes = new HashSet<>();
        Map<String, String> headers = header.length == 0 ? Map.of() : Map.of(header[0], header[1]);
        for (String handlers : List.of("sync", "async")) {
            KINDS.forEach(kind -> outcomes.add(application.call(handlers, kind, service, "hello", headers)));
        }
        assertThat(outcomes).hasSize(1);
        return outcomes.iterator().next();
    }

    private static String handled(String header) {
        return "hello|OK: null|null|handled " + header;
    }

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

    private String one(String kind, String service) {
        return application.call("sync", kind, service, "hello", Map.of());
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
    void onlySomeServicesAreGuarded() {
        start("server.token", SECRET, "server.only", "acme.Orders, acme.Stock/UNARY");
        assertThat(call("acme.Orders")).isEqualTo(DENIED);
        assertThat(application.call("sync", "UNARY", "acme.Stock", "hello", Map.of()))
                .isEqualTo(DENIED);
        assertThat(application.call("sync", "BIDI_STREAMING", "acme.Stock", "hello", Map.of()))
                .startsWith("hello|OK");
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

    @Test
    void clientWithoutItsVariableRefuses() {
        start("client.token-variable", "NOT_SET_ANYWHERE", "client.only", "acme.Orders", "server.required", "false");
        assertThat(call("acme.Orders")).isEqualTo(NO_TOKEN);
        assertThat(Log.text())
                .contains("in heddle.extension.grpc-auth.client.*, the environment variable that client.token-variable"
                        + " names is not set; set it");
    }
}
