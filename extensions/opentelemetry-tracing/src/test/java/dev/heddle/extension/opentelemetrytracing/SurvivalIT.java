package dev.heddle.extension.opentelemetrytracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.testing.Heddle;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Workflow tasks that are lost when they are done: the tree is the same, nothing is doubled and nothing missing. */
class SurvivalIT {
    private static final ExportedSpans EXPORTED = ExportedSpans.GLOBAL;

    @RegisterExtension
    final Heddle heddle = Heddle.with(new OpentelemetryTracing());

    private final AtomicReference<IntPredicate> loses = new AtomicReference<>(task -> false);
    private final Saboteur saboteur = new Saboteur(task -> loses.get().test(task));
    private TestWorkflowEnvironment environment;

    /** Its cache is of one: what waits is thrown out by what comes. */
    @BeforeEach
    void begin() {
        environment = heddle.temporal()
                .timeSkipping(false)
                .options(options -> options.setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                                .setWorkflowCacheSize(1)
                                .build())
                        .setWorkflowServiceStubsOptions(WorkflowServiceStubsOptions.newBuilder()
                                .setGrpcClientInterceptors(List.of(saboteur))
                                .build()))
                .environment();
        String queue = heddle.temporal().taskQueue();
        heddle.run(() -> {
            Worker worker = environment.newWorker(
                    queue,
                    WorkerOptions.newBuilder()
                            .setDefaultDeadlockDetectionTimeout(60_000)
                            .build());
            worker.registerWorkflowImplementationTypes(Scenario.WORKFLOWS);
            worker.registerActivitiesImplementations(new Shop.ShopSteps());
            worker.registerNexusServiceImplementation(new Shop.DeskHandler());
        });
        environment.createNexusEndpoint(Shop.endpoint(queue), queue);
        environment.start();
    }

    private void play(String id) throws InterruptedException {
        Span request = GlobalOpenTelemetry.getTracer("test").spanBuilder(id).startSpan();
        try (Scope current = request.makeCurrent()) {
            Shop.Order order = environment
                    .getWorkflowClient()
                    .newWorkflowStub(
                            Shop.Order.class,
                            WorkflowOptions.newBuilder()
                                    .setTaskQueue(heddle.temporal().taskQueue())
                                    .setWorkflowId(id)
                                    .build());
            WorkflowStub stub = WorkflowStub.fromTyped(order);
            stub.start(true);
            // By then the run has begun: the server in memory does not say whose a signal is.
            EXPORTED.awaitSpan(request, "StartActivity:Receive");
            order.ship();
            // By then it waits for updates alone: that server loses one with the task that it has come in.
            EXPORTED.awaitSpan(request, "StartActivity:Fail");
            order.change("changed once");
            order.change("changed");
            assertThat(stub.getResult(String.class)).isEqualTo("done");
            order.state();
        }
        EXPORTED.awaitTree(request, Scenario.TREE);
        assertThat(EXPORTED.of(request)).extracting(SpanData::getSpanId).doesNotHaveDuplicates();
    }

    @Test
    void eachTaskInTurn() throws Exception {
        boolean lost = true;
        for (int task = 1; lost; task++) {
            int at = saboteur.tasks() + task;
            loses.set(each -> each == at);
            play("lost-" + task);
            lost = saboteur.tasks() >= at;
        }
        assertThat(saboteur.tasks()).isGreaterThan(100);
    }

    @Test
    void aTenthOfThem() throws Exception {
        loses.set(task -> task % 10 == 0);
        for (int order = 1; order <= 3; order++) {
            play("failed-" + order);
        }
        assertThat(saboteur.tasks()).isGreaterThan(20);
    }
}
