package dev.heddle.extension.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.heddle.api.Category;
import dev.heddle.testing.Heddle;
import dev.heddle.testing.grpc.DummyServer;
import dev.heddle.testing.grpc.DummyService;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** With the agent and the libraries: the application's lines know where they are, and each call has one line. */
class LoggingIT {
    private static final String APPLICATION = "shop";
    private static final Logger LOG = LoggerFactory.getLogger(APPLICATION);

    @ActivityInterface
    public interface Till {
        String charge(String card);
    }

    @WorkflowInterface
    public interface Order {
        @WorkflowMethod
        String place(String card);

        @SignalMethod
        void hurry();

        @QueryMethod
        String state();
    }

    public static final class OrderWorkflow implements Order {
        private static final Logger IN_WORKFLOW = Workflow.getLogger(APPLICATION);
        /** Which replays count too. */
        private static final Map<String, Integer> BEGUN = new ConcurrentHashMap<>();

        private boolean hurried;

        @Override
        public String place(String card) {
            BEGUN.merge(Workflow.getInfo().getWorkflowId(), 1, Integer::sum);
            IN_WORKFLOW.info("begins");
            Till till = Workflow.newActivityStub(
                    Till.class,
                    ActivityOptions.newBuilder()
                            .setStartToCloseTimeout(Duration.ofMinutes(1))
                            .build());
            Promise<String> charged = Async.function(() -> {
                IN_WORKFLOW.info("in a function");
                return till.charge(card);
            });
            Promise<String> said = charged.thenApply(receipt -> {
                IN_WORKFLOW.info("in a callback");
                return receipt;
            });
            Workflow.await(() -> hurried);
            return said.get();
        }

        @Override
        public void hurry() {
            IN_WORKFLOW.info("in a signal");
            hurried = true;
        }

        @Override
        public String state() {
            return hurried ? "hurried" : "slow";
        }
    }

    private final String logger = "it." + System.identityHashCode(this);
    private final Logged lines = new Logged(logger);
    private final Logged application = new Logged(APPLICATION);

    @RegisterExtension
    final Heddle heddle = Heddle.with(new Logging()).setting("logger", logger);

    @AfterEach
    void close() {
        lines.close();
        application.close();
    }

    /** A cache of one has the first workflow replay what was before, because the second has been there meanwhile. */
    @Test
    void eachCallHasOneLineAlthoughItsWorkflowReplays() throws Exception {
        CountDownLatch charged = new CountDownLatch(1);
        Till till = card -> {
            LOG.info("in an activity");
            charged.countDown();
            return card + " charged";
        };
        heddle.temporal()
                // Where nothing happens for a moment the clock would jump to when the first workflow times out.
                .timeSkipping(false)
                .options(options -> options.setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkflowCacheSize(1)
                        .build()))
                .activities(till)
                .workflows(OrderWorkflow.class);
        Order order = heddle.temporal().workflow(Order.class);
        WorkflowStub stub = WorkflowStub.fromTyped(order);
        stub.start("visa");
        assertThat(charged.await(5, TimeUnit.MINUTES)).isTrue();
        Order second = heddle.temporal().workflow(Order.class);
        WorkflowStub.fromTyped(second).start("other");
        second.hurry();
        assertThat(WorkflowStub.fromTyped(second).getResult(String.class)).isEqualTo("other charged");
        order.hurry();
        assertThat(stub.getResult(String.class)).isEqualTo("visa charged");
        assertThat(order.state()).isEqualTo("hurried");

        String id = stub.getExecution().getWorkflowId();
        assertThat(OrderWorkflow.BEGUN.get(id)).as("times it has begun").isGreaterThan(1);
        List<String> calls = lines.lines().stream()
                .filter(line -> (line + " ").contains(" workflow_id=" + id + " "))
                .map(line -> line.replaceAll(" duration_ms.*", ""))
                .toList();
        for (String call : List.of(
                "client start",
                "client signal",
                "client query",
                "workflow inbound execute",
                "workflow inbound handleSignal",
                "workflow inbound handleQuery",
                "workflow outbound executeActivity",
                "activity inbound execute")) {
            assertThat(calls).containsOnlyOnce("INFO call=\"" + call + "\" outcome=ok");
        }
        List<ILoggingEvent> ofTheFirst = application.events().stream()
                .filter(event -> id.equals(event.getMDCPropertyMap().get("WorkflowId")))
                .toList();
        assertThat(ofTheFirst)
                .extracting(ILoggingEvent::getMessage)
                .containsExactlyInAnyOrder("begins", "in a function", "in a callback", "in a signal", "in an activity");
        assertThat(application.events()).hasSize(2 * ofTheFirst.size());
        assertThat(ofTheFirst)
                .allSatisfy(event -> assertThat(event.getMDCPropertyMap())
                        .containsEntry("WorkflowType", "Order")
                        .containsEntry("RunId", stub.getExecution().getRunId())
                        .containsEntry("Attempt", "1"));
        assertThat(mdcOf("in an activity"))
                .containsEntry("ActivityType", "Charge")
                .containsKey("ActivityId");
    }

    private Map<String, String> mdcOf(String message) {
        return application.events().stream()
                .filter(event -> event.getMessage().equals(message))
                .findFirst()
                .orElseThrow()
                .getMDCPropertyMap();
    }

    @Test
    void aGrpcCallHasALineOnEitherSide() throws Exception {
        DummyService service = new DummyService().answers("where", asked -> MDC.get("rpc.method"));
        try (DummyServer server = new DummyServer(service).start()) {
            assertThat(server.client().unary("where")).contains("/");
        }
        heddle.calls().in(Category.GRPC_SERVER).first().result();
        assertThat(lines.lines())
                .anyMatch(line -> line.startsWith("INFO call=\"grpc client "))
                .anyMatch(line -> line.startsWith("INFO call=\"grpc server "));
        assertThat(MDC.get("rpc.method")).isNull();
    }
}
