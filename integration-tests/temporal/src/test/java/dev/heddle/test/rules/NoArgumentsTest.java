package dev.heddle.test.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.heddle.api.Call;
import dev.heddle.api.TemporalCall;
import dev.heddle.test.InProcessAgent;
import dev.heddle.test.Patience;
import dev.heddle.test.Probe;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Typed stubs of methods that take nothing: both sides see no arguments, and setting none changes nothing. */
class NoArgumentsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final String id = UUID.randomUUID().toString();
    private final Map<String, List<Object>> seen = new ConcurrentHashMap<>();
    private final Map<String, Throwable> refused = new ConcurrentHashMap<>();
    private TestWorkflowEnvironment environment;

    @WorkflowInterface
    public interface Walk {
        @WorkflowMethod
        String go();

        @SignalMethod
        void turnBack();

        @QueryMethod
        String where();

        @UpdateMethod
        String rest();
    }

    public static final class WalkImpl implements Walk {
        private boolean turned;

        @Override
        public String go() {
            Workflow.await(() -> turned);
            Legs legs = Workflow.newActivityStub(
                    Legs.class,
                    ActivityOptions.newBuilder().setStartToCloseTimeout(MINUTE).build());
            Legs local = Workflow.newLocalActivityStub(
                    Legs.class,
                    LocalActivityOptions.newBuilder()
                            .setStartToCloseTimeout(MINUTE)
                            .build());
            Errand errand = Workflow.newChildWorkflowStub(Errand.class);
            return legs.step() + local.step() + errand.run();
        }

        @Override
        public void turnBack() {
            turned = true;
        }

        @Override
        public String where() {
            return "here";
        }

        @Override
        public String rest() {
            return "rested";
        }
    }

    @WorkflowInterface
    public interface Errand {
        @WorkflowMethod
        String run();
    }

    public static final class ErrandImpl implements Errand {
        @Override
        public String run() {
            return "errand";
        }
    }

    @ActivityInterface
    public interface Legs {
        String step();
    }

    public static final class LegsImpl implements Legs {
        @Override
        public String step() {
            return "step ";
        }
    }

    @BeforeEach
    void start() {
        InProcessAgent.install();
        environment = TestWorkflowEnvironment.newInstance();
        Worker worker = environment.newWorker("walks", Patience.WORKER);
        worker.registerWorkflowImplementationTypes(WalkImpl.class, ErrandImpl.class);
        worker.registerActivitiesImplementations(new LegsImpl());
        environment.start();
    }

    @AfterEach
    void close() {
        environment.close();
    }

    private Object look(Call call) throws Throwable {
        String operation = call.operation().toString();
        seen.put(operation, call.arguments());
        // What leaves may go to programs of which nobody knows what they take.
        if (call.operation().category().inbound()) {
            refused.put(operation, catchThrowable(() -> call.setArguments(List.of("one"))));
        }
        call.setArguments(List.of());
        return call.proceed();
    }

    @Test
    void nobodySeesAny() {
        List<String> operations = List.of(
                "client start",
                "client signal",
                "client query",
                "client startUpdate",
                "workflow inbound execute",
                "workflow inbound handleSignal",
                "workflow inbound handleQuery",
                "workflow inbound validateUpdate",
                "workflow inbound executeUpdate",
                "workflow outbound executeActivity",
                "workflow outbound executeLocalActivity",
                "workflow outbound executeChildWorkflow",
                "activity inbound execute");
        try (Probe probe = Probe.of(
                call -> call instanceof TemporalCall temporal
                        && id.equals(temporal.workflowId())
                        && operations.contains(call.operation().toString()),
                this::look)) {
            Walk walk = environment
                    .getWorkflowClient()
                    .newWorkflowStub(
                            Walk.class,
                            WorkflowOptions.newBuilder()
                                    .setTaskQueue("walks")
                                    .setWorkflowId(id)
                                    .build());
            WorkflowClient.start(walk::go);
            assertThat(walk.where()).isEqualTo("here");
            assertThat(walk.rest()).isEqualTo("rested");
            walk.turnBack();
            assertThat(WorkflowStub.fromTyped(walk).getResult(String.class)).isEqualTo("step step errand");
        }
        assertThat(seen).containsOnlyKeys(operations);
        assertThat(seen.values()).allSatisfy(arguments -> assertThat(arguments).isEmpty());
        assertThat(refused).hasSize(6);
        assertThat(refused.values())
                .allSatisfy(each -> assertThat(each)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageEndingWith("takes 0 arguments, not 1"));
    }
}
