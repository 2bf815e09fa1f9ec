package dev.heddle.extension.grpcauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Category;
import dev.heddle.api.GrpcException;
import dev.heddle.testing.fake.FakeCall;
import dev.heddle.testing.fake.FakeInterceptors;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both sides without the agent. */
class AuthTest {
    private static FakeCall call(Category category) {
        return FakeCall.of(category, "acme.Orders/Place");
    }

    @Test
    void serverAcceptsAnyOfItsTokens() throws Throwable {
        FakeInterceptors server = FakeInterceptors.of(new ServerAuth(), Map.of("server.token", "old, new"));
        for (String token : new String[] {"old", "new"}) {
            FakeCall call = call(Category.GRPC_SERVER).header("authorization", token);
            assertThat(call.through(server, none -> "done")).isEqualTo("done");
        }
        for (String token : new String[] {"", "ol", "old, new", "older"}) {
            FakeCall call = call(Category.GRPC_SERVER).header("authorization", token);
            assertThatThrownBy(() -> call.through(server, none -> "done"))
                    .isInstanceOf(GrpcException.class)
                    .hasMessage("UNAUTHENTICATED: Access denied!");
        }
    }

    @Test
    void clientSendsTheFirst() throws Throwable {
        FakeInterceptors client = FakeInterceptors.of(new ClientAuth(), Map.of("client.token", "new, old"));
        FakeCall call = call(Category.GRPC_CLIENT).header("tenant", "acme");
        call.through(client, none -> "done");
        assertThat(call.headers().get("authorization")).isEqualTo("new");
        assertThat(call.headers().get("tenant")).isEqualTo("acme");
    }

    @Test
    void twoSourcesAreAMistake() throws Throwable {
        Map<String, String> settings = Map.of(
                "server.token", "a", "server.token-variable", "A", "client.token", "a", "client.token-file", "a");
        FakeInterceptors server = FakeInterceptors.of(new ServerAuth(), settings);
        FakeCall arriving = call(Category.GRPC_SERVER).header("authorization", "a");
        assertThatThrownBy(() -> arriving.through(server, none -> "done")).isInstanceOf(GrpcException.class);
        FakeInterceptors client = FakeInterceptors.of(new ClientAuth(), settings);
        assertThatThrownBy(() -> call(Category.GRPC_CLIENT).through(client, none -> "done"))
                .isInstanceOf(GrpcException.Unauthenticated.class);
    }

    @Test
    void clientWithoutSettingsLeavesCallsAlone() throws Throwable {
        FakeInterceptors client = FakeInterceptors.of(new ClientAuth(), Map.of("server.token", "a"));
        assertThat(call(Category.GRPC_CLIENT).through(client, none -> "done")).isEqualTo("done");
    }
}
