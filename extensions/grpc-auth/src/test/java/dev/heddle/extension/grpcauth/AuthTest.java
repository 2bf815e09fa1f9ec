package dev.heddle.extension.grpcauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Category;
import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcServer;
import dev.heddle.api.Operation;
import dev.heddle.testing.fake.FakeCall;
import dev.heddle.testing.fake.FakeInterceptors;
import dev.heddle.testing.fake.FakeSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both sides without the agent. */
class AuthTest {
    private static final String SECRET = "a secret of more than sixteen";

    private final ServerAuth server = new ServerAuth();
    private final ClientAuth client = new ClientAuth();

    private static FakeCall call(Category category) {
        return FakeCall.of(category, "acme.Orders/Place");
    }

    private FakeInterceptors both(Map<String, String> settings) throws Exception {
        return FakeInterceptors.of(new FakeSettings("grpc-auth", settings), server, client);
    }

    @Test
    void serverAcceptsAnyOfItsTokens() throws Throwable {
        FakeInterceptors both = both(Map.of("server.token", "old, new"));
        for (String token : new String[] {"old", "new"}) {
            FakeCall call = call(Category.GRPC_SERVER).header("authorization", token);
            assertThat(call.through(both, none -> "done")).isEqualTo("done");
        }
        for (String token : new String[] {"", "ol", "old, new", "older"}) {
            FakeCall call = call(Category.GRPC_SERVER).header("authorization", token);
            assertThatThrownBy(() -> call.through(both, none -> "done"))
                    .isInstanceOf(GrpcException.class)
                    .hasMessage("UNAUTHENTICATED: Access denied!");
        }
    }

    @Test
    void clientSendsTheFirst() throws Throwable {
        FakeInterceptors both = both(Map.of("client.token", "new, old"));
        FakeCall call = call(Category.GRPC_CLIENT).header("tenant", "acme");
        call.through(both, none -> "done");
        assertThat(call.headers().get("authorization")).isEqualTo("new");
        assertThat(call.headers().get("tenant")).isEqualTo("acme");
    }

    @Test
    void twoSourcesAreAMistake() throws Throwable {
        FakeInterceptors both = both(Map.of(
                "server.token", "a", "server.token-variable", "A", "client.token", "a", "client.token-file", "a"));
        FakeCall arriving = call(Category.GRPC_SERVER).header("authorization", "a");
        assertThatThrownBy(() -> arriving.through(both, none -> "done")).isInstanceOf(GrpcException.class);
        assertThatThrownBy(() -> call(Category.GRPC_CLIENT).through(both, none -> "done"))
                .isInstanceOf(GrpcException.Unauthenticated.class);
    }

    @Test
    void clientWithoutSettingsLeavesCallsAlone() throws Throwable {
        FakeInterceptors both = both(Map.of("server.token", SECRET));
        assertThat(call(Category.GRPC_CLIENT).through(both, none -> "done")).isEqualTo("done");
        assertThat(both.log()).noneMatch(line -> line.contains("client:"));
    }

    /** Whatever is set for the server means that it is to be guarded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.tokenfile",
                "server.toke",
                "server.scheme",
                "server.message",
                "server.header",
                "server.only",
                "server.required"
            })
    void halfAGuardIsClosed(String key) throws Throwable {
        String value = key.endsWith("required") ? "true" : "acme.Orders";
        FakeInterceptors both = both(Map.of("client.token", SECRET, key, value));
        assertDenied(both);
        assertThat(both.log())
                .contains("ERROR: server: refuses every guarded call that arrives: there is no token to compare with; "
                        + "set heddle.extension.grpc-auth.server.token-file");
    }

    @Test
    void noneRequiredIsNotSaidOfHalfAGuard() throws Throwable {
        Map<String, String> open = Map.of("server.required", "false");
        assertThat(call(Category.GRPC_SERVER).through(both(open), none -> "done"))
                .isEqualTo("done");
        assertDenied(both(Map.of("server.required", "false", "server.scheme", "Bearer")));
        assertDenied(both(Map.of("server.required", "false", "server.tokenfile", "tokens")));
        assertDenied(both(Map.of("client.token", SECRET, "server.required", "false", "server.toke", SECRET)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client.tokenfile", "client.scheme", "client.header", "client.only"})
    void halfAClientSendsNothing(String key) throws Throwable {
        FakeInterceptors both = both(Map.of("server.token", SECRET, key, "acme.Orders"));
        assertThatThrownBy(() -> call(Category.GRPC_CLIENT).through(both, none -> "done"))
                .isInstanceOf(GrpcException.Unauthenticated.class);
    }

    private static void assertDenied(FakeInterceptors both) {
        FakeCall arriving = call(Category.GRPC_SERVER).header("authorization", SECRET);
        assertThatThrownBy(() -> arriving.through(both, none -> "done")).hasMessageStartingWith("UNAUTHENTICATED: ");
    }

    @ParameterizedTest
    @CsvSource({
        "grpc.health.v1.Health/Check, true",
        "grpc.health.v1.Health/Watch, true",
        "grpc.health.v1.Health/List, true",
        "grpc.health.v1.Health/Dump, false",
        "grpc.reflection.v1.ServerReflection/ServerReflectionInfo, true",
        "grpc.reflection.v1.ServerReflection/Anything, false",
        "temporal.api.workflowservice.v1.WorkflowService/StartWorkflowExecution, true",
        "temporal.api.testservice.v1.TestService/LockTimeSkipping, true",
        "temporal.api.anything.v1.Anything/Start, false"
    })
    void whatIsExempt(String method, boolean exempt) throws Exception {
        Operation operation = Operation.of(Category.GRPC_SERVER, method, true);
        assertThat(both(Map.of("server.token", SECRET)).of(operation).isEmpty()).isEqualTo(exempt);
        assertThat(both(Map.of("server.token", SECRET, "server.only", "*")).of(operation))
                .isNotEmpty();
    }

    @Test
    void eachSideSaysWhatItDoes() throws Exception {
        assertThat(both(Map.of(
                                "server.token",
                                SECRET + ",short",
                                "server.except",
                                "acme.Open",
                                "client.token",
                                SECRET,
                                "client.only",
                                "acme.Orders"))
                        .log())
                .containsExactly(
                        "WARNING: server: server.token has 1 token of fewer than 16 characters, which can be guessed;"
                                + " make them as openssl rand -base64 32 does",
                        "INFO: server: guards every method but not acme.Open (exempt: grpc.health.v1.Health/Check,"
                                + " grpc.health.v1.Health/Watch, grpc.health.v1.Health/List,"
                                + " grpc.reflection.v1.ServerReflection/ServerReflectionInfo,"
                                + " grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo,"
                                + " temporal.api.workflowservice.v1.WorkflowService,"
                                + " temporal.api.operatorservice.v1.OperatorService,"
                                + " temporal.api.testservice.v1.TestService), by the header authorization, with 2"
                                + " tokens",
                        "INFO: client: sends its token to acme.Orders (exempt: nothing), by the header authorization,"
                                + " with 1 token");
    }

    @Test
    void aPatternThatMatchesNothingIsTold() throws Exception {
        FakeInterceptors both = both(Map.of(
                "server.token", SECRET, "server.only", "acme.Ordrs, acme.Stock", "server.except", "acme.Stock/Pek"));
        both.of(Operation.of(Category.GRPC_SERVER, "acme.Stock/Count", true));
        both.of(Operation.of(Category.GRPC_SERVER, "acme.Orders/Place", true));
        both.of(Operation.of(Category.GRPC_SERVER, "acme.Orders/Cancel", true));
        String named = "WARNING: server: heddle.extension.grpc-auth.server.";
        assertThat(both.log())
                .endsWith(named + "only names acme.Ordrs, which no method was so far, and acme.Orders/Place is not"
                        + " guarded");
        server.close();
        client.close();
        assertThat(both.log()).endsWith(named + "except named acme.Stock/Pek, which was no method that was called");
        assertThat(both.log())
                .filteredOn(line -> line.contains("names acme.Ordrs"))
                .hasSize(1);
    }

    private static GrpcServer server(String... methods) {
        return new GrpcServer("port 8080", List.of(methods));
    }

    @Test
    void eachServerThatStartsIsTold() throws Exception {
        FakeInterceptors both =
                both(Map.of("server.token", SECRET, "server.only", "acme.*", "server.except", "acme.Stock/Peek"));
        server.onServerStart(server("acme.Orders/Cancel", "acme.Orders/Place", "acme.Stock/Count", "acme.Stock/Peek"));
        assertThat(both.log())
                .endsWith("INFO: server: the server at port 8080 guards acme.Orders, acme.Stock/Count (exempt: nothing;"
                        + " not guarded: acme.Stock/Peek), with 1 token");
        server.onServerStart(server("other.Service/Call"));
        assertThat(both.log())
                .endsWith("INFO: server: the server at port 8080 guards nothing (exempt: nothing; not guarded:"
                        + " other.Service), with 1 token");
    }

    @Test
    void whatIsExemptAtAServerIsTold() throws Exception {
        FakeInterceptors both = both(Map.of("server.token", SECRET + ",another one of sixteen"));
        server.onServerStart(server("acme.Orders/Place", "grpc.health.v1.Health/Check", "grpc.health.v1.Health/Watch"));
        assertThat(both.log())
                .endsWith("INFO: server: the server at port 8080 guards acme.Orders (exempt: grpc.health.v1.Health;"
                        + " not guarded: nothing), with 2 tokens");
    }

    @Test
    void aServerWithoutAGuardIsTold() throws Exception {
        FakeInterceptors both = both(Map.of("client.token", SECRET));
        server.onServerStart(server("acme.Orders/Place"));
        assertThat(both.log()).endsWith("INFO: server: the server at port 8080 is not guarded");
    }

    @Test
    void aPatternThatMatchesNoMethodOfAServerIsToldOnce() throws Exception {
        FakeInterceptors both = both(Map.of(
                "server.token", SECRET, "server.only", "app.Servce, acme.Orders", "server.except", "acme.Orders/Pek"));
        server.onServerStart(server("acme.Orders/Place"));
        server.onServerStart(server("acme.Orders/Place"));
        both.of(Operation.of(Category.GRPC_SERVER, "app.Service/Call", true));
        server.close();
        String names = "WARNING: server: heddle.extension.grpc-auth.server.";
        assertThat(both.log())
                .filteredOn(line -> line.startsWith("WARNING"))
                .containsExactly(
                        names + "only names app.Servce, which is no method of the server at port 8080",
                        names + "except names acme.Orders/Pek, which is no method of the server at port 8080");
    }
}
