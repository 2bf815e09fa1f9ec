package dev.heddle.extension.opentelemetrytracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.testing.Heddle;
import dev.heddle.testing.grpc.DummyServer;
import dev.heddle.testing.grpc.DummyService;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the agent, Temporal's in-memory server and the application's own OpenTelemetry: whole trees. */
class TracingIT {
    private static final ExportedSpans EXPORTED = ExportedSpans.GLOBAL;

    @RegisterExtension
    final Heddle heddle = Heddle.with(new OpentelemetryTracing());

    private static Span request() {
        return GlobalOpenTelemetry.getTracer("test").spanBuilder("request").startSpan();
    }

    /** An environment with a worker for the shop, which runs. */
    private TestWorkflowEnvironment shop(UnaryOperator<TestEnvironmentOptions.Builder> options) {
        TestWorkflowEnvironment environment =
                heddle.temporal().timeSkipping(false).options(options).environment();
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
        return environment;
    }

    private <T> T workflow(Class<T> type) {
        return heddle.temporal()
                .client()
                .newWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(heddle.temporal().taskQueue())
                                .build());
    }

    /** The second time its spans have the same IDs, and are told once. */
    @Test
    void aTaskThatFailsIsTriedAgain() throws Exception {
        shop(options -> options);
        Span request = request();
        try (Scope current = request.makeCurrent()) {
            assertThat(workflow(Shop.Flaky.class).run()).isEqualTo("informed");
        }
        EXPORTED.awaitTree(request, """
                client StartWorkflow:Flaky
                  server RunWorkflow:Flaky
                    client StartActivity:Inform
                      server RunActivity:Inform
                """);
    }

    /** Stands for Temporal's OpenTracing module, which runs further in and has the last word. */
    private static final class OtherTracer extends WorkflowClientInterceptorBase {
        private static final String OTHERS = "00-11111111111111111111111111111111-2222222222222222-01";

        @Override
        public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(WorkflowClientCallsInterceptor next) {
            return new WorkflowClientCallsInterceptorBase(next) {
                @Override
                public WorkflowStartOutput start(WorkflowStartInput input) {
                    input.getHeader()
                            .getValues()
                            .put(
                                    "_tracer-data",
                                    DefaultDataConverter.STANDARD_INSTANCE
                                            .toPayload(Map.of("traceparent", OTHERS))
                                            .orElseThrow());
                    return super.start(input);
                }
            };
        }
    }

    @Test
    void whereTheApplicationTracesItselfItStandsBack() throws Exception {
        shop(options -> options.setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                .setInterceptors(new OtherTracer())
                .build()));
        Span first = request();
        Span second = request();
        try (Scope current = first.makeCurrent()) {
            workflow(Shop.Packing.class).pack();
        }
        try (Scope current = second.makeCurrent()) {
            workflow(Shop.Packing.class).pack();
        }
        // What the first call has begun before it could be known.
        EXPORTED.awaitTree(first, "client StartWorkflow:Packing\n");
        assertThat(EXPORTED.of(second)).isEmpty();
    }

    /** One that comes with the start is handled before the workflow's method begins. */
    @Test
    void whatASignalAsksForBeforeTheRun() throws Exception {
        shop(options -> options);
        WorkflowStub order = WorkflowStub.fromTyped(workflow(Shop.Order.class));
        order.signalWithStart("ship", new Object[0], new Object[] {true});
        order.update("change", String.class, "changed once");
        order.update("change", String.class, "changed");
        assertThat(order.getResult(String.class)).isEqualTo("done");
        SpanData handled = EXPORTED.named("HandleSignal:ship").stream()
                .filter(span -> order.getExecution()
                        .getWorkflowId()
                        .equals(span.getAttributes().get(Names.WORKFLOW_ID)))
                .findFirst()
                .orElseThrow();
        EXPORTED.awaitTree(Span.wrap(handled.getSpanContext()), """
                client StartActivity:Fail
                  server RunActivity:Fail !ApplicationFailure: message='no lorry', type='Lorry', nonRetryable=true
                """);
    }

    /** Without a cache each workflow task replays all that was before. */
    @ParameterizedTest
    @ValueSource(ints = {600, 1, 0})
    void everythingOnce(int cacheSize) throws Exception {
        TestWorkflowEnvironment environment =
                shop(options -> options.setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkflowCacheSize(cacheSize)
                        .build()));
        Span request = request();
        try (Scope current = request.makeCurrent()) {
            Shop.Order order = environment
                    .getWorkflowClient()
                    .newWorkflowStub(
                            Shop.Order.class,
                            WorkflowOptions.newBuilder()
                                    .setTaskQueue(heddle.temporal().taskQueue())
                                    .setWorkflowId("order-" + cacheSize)
                                    .build());
            WorkflowStub stub = WorkflowStub.fromTyped(order);
            stub.start(true);
            order.change("changed once");
            order.ship();
            order.state();
            order.change("changed");
            assertThat(stub.getResult(String.class)).isEqualTo("done");
        }
        EXPORTED.awaitTree(request, Scenario.TREE);
        assertThat(EXPORTED.of(request))
                .allSatisfy(
                        span -> assertThat(span.getEndEpochNanos()).isGreaterThanOrEqualTo(span.getStartEpochNanos()))
                .extracting(SpanData::getSpanId)
                .doesNotHaveDuplicates();
    }

    @Test
    void grpc() throws Exception {
        DummyService service = new DummyService()
                .answers("who", asked -> Span.current().getSpanContext().getTraceId());
        Span request = request();
        try (DummyServer server = new DummyServer(service).start();
                Scope current = request.makeCurrent()) {
            assertThat(server.client().unary("who"))
                    .isEqualTo(request.getSpanContext().getTraceId());
        }
        String method = heddle.calls().first().operation().name();
        EXPORTED.awaitTree(request, "client " + method + "\n  server " + method + "\n");
    }
}
