package dev.heddle.agent.assemble.extension;

import static dev.heddle.api.Selector.ALL;
import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.OUTBOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Link;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Who gets what Temporal's SDK says to its server, which is gRPC as well. */
class RegistrationsTest {
    private static final Interceptor<Call> PASS = Call::proceed;
    private static final String SERVICE = "temporal.api.workflowservice.v1.WorkflowService";

    @Test
    void nobodyByAccident() {
        assertThat(polls(interceptors -> interceptors
                        .on(ALL, PASS)
                        .on(OUTBOUND, PASS)
                        .on(GRPC_CLIENT, PASS)
                        .on(GRPC_CLIENT.only("orders.Front/*"), PASS)))
                .isZero();
    }

    @Test
    void whoNamesItOrAcceptsIt() {
        assertThat(polls(interceptors -> interceptors
                        .on(GRPC_CLIENT.only(SERVICE + "/*"), PASS)
                        .on(GRPC_CLIENT.only(SERVICE + "/PollWorkflowTaskQueue"), PASS)
                        .on(ALL.matching(operation -> true), PASS)))
                .isEqualTo(3);
    }

    @Test
    void theApplicationsOwnServicesReachEverybody() {
        Consumer<Interceptors> everybody =
                interceptors -> interceptors.on(ALL, PASS).on(OUTBOUND, PASS).on(GRPC_CLIENT, PASS);
        assertThat(links(everybody, "orders.Front/Place")).isEqualTo(3);
    }

    /** Each is a few frames on the stack of every call. */
    @Test
    void moreThanAThreadHasStackForAreRefused() {
        Registrations registrations = new Registrations(
                new ExtensionHealth("test", false, 1), null, getClass().getClassLoader());
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        registrations.on(ALL, PASS);
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("256");
    }

    private static int polls(Consumer<Interceptors> register) {
        return links(register, SERVICE + "/PollWorkflowTaskQueue");
    }

    private static int links(Consumer<Interceptors> register, String method) {
        Registrations registrations = new Registrations(
                new ExtensionHealth("test", false, 1), null, RegistrationsTest.class.getClassLoader());
        register.accept(registrations);
        List<Link> links = new ArrayList<>();
        registrations.addLinks(Operation.of(Category.GRPC_CLIENT, method, true), links);
        return links.size();
    }
}
