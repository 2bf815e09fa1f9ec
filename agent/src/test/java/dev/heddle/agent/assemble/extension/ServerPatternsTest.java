package dev.heddle.agent.assemble.extension;

import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.GRPC_SERVER;
import static dev.heddle.api.Selector.INBOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.agent.settings.ExtensionSettings;
import dev.heddle.api.Call;
import dev.heddle.api.GrpcServer;
import dev.heddle.api.Selector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of patterns for methods of gRPC servers when one starts. */
class ServerPatternsTest {
    private static final GrpcServer SERVER =
            new GrpcServer("port 1", List.of("acme.Orders/Cancel", "acme.Orders/Place", "acme.Stock/Count"));

    private static String said(boolean guard, Selector<?>... selectors) {
        return new ServerPatterns(registered(null, selectors), guard).problem(SERVER);
    }

    private static List<Selector<?>> registered(String only, Selector<?>... selectors) {
        CallFilter filter = only == null
                ? null
                : CallFilter.of(new ExtensionSettings(
                        AgentSettings.with(Map.of("extension.audit.only", only)), "audit", () -> false));
        Registrations registrations = new Registrations(
                new ExtensionHealth("audit", false, 1), filter, ServerPatternsTest.class.getClassLoader());
        for (Selector<?> selector : selectors) {
            registrations.on((Selector<? extends Call>) selector, Call::proceed);
        }
        return registrations.ofGrpcServers();
    }

    @Test
    void aGuardThatGuardsNothing() {
        assertThat(said(true, GRPC_SERVER.only("acme.Order/*")))
                .isEqualTo("guards nothing at the gRPC server at port 1, which has no method acme.Order/*"
                        + " (did you mean acme.Orders/*?)");
    }

    @Test
    void oneNameOfSeveral() {
        assertThat(said(false, GRPC_SERVER.only("acme.Orders/*", "acme.Orders/Plaice", "other.Service/Call")))
                .isEqualTo("intercepts less than it names at the gRPC server at port 1, which has no method"
                        + " acme.Orders/Plaice (did you mean acme.Orders/Place?), other.Service/Call");
    }

    @Test
    void whatFitsIsSilent() {
        assertThat(said(true, GRPC_SERVER.only("acme.*"), INBOUND.only("*.Stock/*")))
                .isNull();
    }

    @Test
    void whoTakesAllOrChoosesByCodeIsSilent() {
        assertThat(said(true, GRPC_SERVER)).isNull();
        assertThat(said(true, GRPC_SERVER.except("grpc.health.*"))).isNull();
        assertThat(said(true, GRPC_SERVER.matching(operation -> false))).isNull();
        assertThat(said(true, GRPC_SERVER.only("other.*"), GRPC_SERVER)).isNull();
    }

    @Test
    void whatIsForClientsIsSilent() {
        assertThat(said(true, GRPC_CLIENT.only("other.*"), Selector.ALL.only("other.*")))
                .isNull();
    }

    @Test
    void isSaidOnce() {
        ServerPatterns patterns = new ServerPatterns(registered(null, GRPC_SERVER.only("other.*", "acme.*")), false);
        assertThat(patterns.problem(SERVER)).contains("other.*");
        assertThat(patterns.problem(SERVER)).isNull();
    }

    /** An application may have servers for different services. */
    @Test
    void whatAnotherServerHasIsNotSaid() {
        ServerPatterns patterns = new ServerPatterns(registered(null, GRPC_SERVER.only("acme.*")), true);
        assertThat(patterns.problem(SERVER)).isNull();
        assertThat(patterns.problem(new GrpcServer("port 2", List.of("admin.Admin/Stop"))))
                .isNull();
    }

    @Test
    void theOperatorsNames() {
        assertThat(new ServerPatterns(registered("grpc server acme.Order/*", GRPC_SERVER, GRPC_CLIENT), false)
                        .problem(SERVER))
                .contains("acme.Order/* (did you mean acme.Orders/*?)");
        assertThat(new ServerPatterns(registered("grpc:acme.Order/*", GRPC_SERVER), false).problem(SERVER))
                .contains("acme.Order/* (did you mean acme.Orders/*?)");
        assertThat(registered("grpc:acme.Order/*", GRPC_SERVER, GRPC_CLIENT)).isEmpty();
        assertThat(registered("client", GRPC_SERVER)).isEmpty();
    }
}
