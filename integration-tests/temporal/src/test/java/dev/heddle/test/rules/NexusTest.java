package dev.heddle.test.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.heddle.api.Attribute;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.Interceptor;
import dev.heddle.api.NexusCall;
import dev.heddle.api.TemporalCall;
import dev.heddle.test.InProcessAgent;
import dev.heddle.test.Patience;
import dev.heddle.test.Probe;
import io.nexusrpc.Operation;
import io.nexusrpc.Service;
import io.nexusrpc.handler.OperationHandler;
import io.nexusrpc.handler.OperationImpl;
import io.nexusrpc.handler.OperationStartResult;
import io.nexusrpc.handler.ServiceImpl;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.nexus.Nexus;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.NexusServiceOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Nexus operation at its handler: what interceptors hand on there, and where they stand. */
public class NexusTest {
    private static final Attribute<String> TENANT = Attribute.named("tenant");

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private TestWorkflowEnvironment environment;

    /** One of the two sides of the application. */
    @Service
    public interface Shop {
        @Operation
        String order(String what);
    }

    /** The other asks its context, as handlers do. */
    @ServiceImpl(service = Shop.class)
    public static final class ShopImpl {
        @OperationImpl
        public OperationHandler<String, String> order() {
            return OperationHandler.sync((context, details, what) ->
                    what + " for " + Nexus.getOperationContext().getInfo().getTaskQueue());
        }
    }

    @WorkflowInterface
    public interface Errand {
        @WorkflowMethod
        String run(String what);
    }

    public static final class ErrandImpl implements Errand {
        @Override
        public String run(String what) {
            return Workflow.newNexusServiceStub(
                            Shop.class,
                            NexusServiceOptions.newBuilder().setEndpoint("shop").build())
                    .order(what);
        }
    }

    @BeforeEach
    void start() {
        InProcessAgent.install();
        OwnInterceptors own = new OwnInterceptors(seen, Set.of("executeNexusOperation", "startOperation", "getInfo"));
        environment = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(own.of(WorkerInterceptor.class))
                        .build())
                .build());
        Worker worker = environment.newWorker("counter", Patience.WORKER);
        worker.registerWorkflowImplementationTypes(ErrandImpl.class);
        worker.registerNexusServiceImplementation(new ShopImpl());
        environment.createNexusEndpoint("shop", "counter");
        environment.start();
    }

    @AfterEach
    void close() {
        environment.close();
    }

    private void order() {
        Errand errand = environment
                .getWorkflowClient()
                .newWorkflowStub(
                        Errand.class,
                        WorkflowOptions.newBuilder().setTaskQueue("counter").build());
        assertThat(errand.run("bread")).isEqualTo("bread for counter");
    }

    private static Probe probe(Category category, String operation, Interceptor<Call> interceptor) {
        return Probe.of(
                call -> call.operation().category() == category
                        && call.operation().name().equals(operation)
                        && (call instanceof NexusCall nexus ? "counter".equals(nexus.taskQueue()) : isErrand(call)),
                interceptor);
    }

    private static boolean isErrand(Call call) {
        return "Errand".equals(((TemporalCall) call).workflowType());
    }

    @Test
    void fromWhatArrivesAtAHandlerToWhatItAsks() {
        try (Probe arriving = probe(Category.NEXUS_INBOUND, "startOperation", call -> {
                    call.set(TENANT, "acme");
                    return call.proceed();
                });
                Probe leaving = probe(Category.NEXUS_OUTBOUND, "getInfo", call -> {
                    seen.add("of " + call.get(TENANT));
                    return call.proceed();
                })) {
            order();
            order();
        }
        assertThat(seen).filteredOn(line -> line.startsWith("of ")).containsExactly("of acme", "of acme");
    }

    /** No operation reads what another has kept. */
    @Test
    void anotherOperationHasAttributesOfItsOwn() {
        try (Probe arriving = probe(Category.NEXUS_INBOUND, "startOperation", call -> {
            seen.add("had " + call.get(TENANT));
            call.set(TENANT, "acme");
            return call.proceed();
        })) {
            order();
            order();
        }
        assertThat(seen).filteredOn(line -> line.startsWith("had ")).containsExactly("had null", "had null");
    }

    /** The service's own interface says what an operation takes: what it cannot take is refused where it is set. */
    @Test
    void takesNoArgumentThatTheServiceDoesNotTake() {
        List<Throwable> refused = new CopyOnWriteArrayList<>();
        try (Probe arriving = probe(Category.NEXUS_INBOUND, "startOperation", call -> {
            refused.add(catchThrowable(() -> call.setArguments(List.of(42))));
            refused.add(catchThrowable(() -> call.setArguments(List.of("bread", "butter"))));
            refused.add(catchThrowable(() -> call.setArguments(List.of())));
            call.setArguments(List.of(new String("bread")));
            return call.proceed();
        })) {
            order();
        }
        assertThat(refused)
                .hasSize(3)
                .allSatisfy(each -> assertThat(each)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("nexus inbound startOperation takes"));
    }

    @Test
    void keepsItsResultForOneThatTheServiceDoesNotGive() {
        try (Probe arriving = probe(Category.NEXUS_INBOUND, "startOperation", call -> {
            call.proceed();
            return OperationStartResult.sync(42);
        })) {
            order();
        }
    }

    @Test
    void takesAResultThatTheServiceGives() {
        try (Probe arriving = probe(
                Category.NEXUS_INBOUND, "startOperation", call -> OperationStartResult.sync("bread for counter"))) {
            order();
        }
    }

    @Test
    void outermostForWhatArrivesAndInnermostForWhatLeaves() {
        try (Probe asking = probe(Category.WORKFLOW_OUTBOUND, "executeNexusOperation", heddle());
                Probe arriving = probe(Category.NEXUS_INBOUND, "startOperation", heddle());
                Probe leaving = probe(Category.NEXUS_OUTBOUND, "getInfo", heddle())) {
            order();
        }
        assertThat(seen)
                .containsExactly(
                        "own workflow outbound executeNexusOperation",
                        "heddle workflow outbound executeNexusOperation",
                        "heddle nexus inbound startOperation",
                        "own nexus inbound startOperation",
                        "own nexus outbound getInfo",
                        "heddle nexus outbound getInfo");
    }

    private Interceptor<Call> heddle() {
        return call -> {
            seen.add("heddle " + call.operation());
            return call.proceed();
        };
    }
}
