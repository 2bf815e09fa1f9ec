package dev.heddle.test.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.heddle.api.Call;
import dev.heddle.api.Interceptor;
import dev.heddle.api.TemporalCall;
import dev.heddle.test.InProcessAgent;
import dev.heddle.test.Patience;
import dev.heddle.test.Probe;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Arguments and results that the application's own method cannot take: the application's own stand. */
class DeclaredTest {
    private static TestWorkflowEnvironment environment;

    private final String id = UUID.randomUUID().toString();
    private final ConcurrentMap<String, Throwable> refused = new ConcurrentHashMap<>();

    @WorkflowInterface
    public interface Parcel {
        @WorkflowMethod
        String send(String to, int weight);

        @SignalMethod
        void hurry(String how);

        @QueryMethod
        String status(String of);

        @UpdateMethod
        String move(String to);
    }

    public static final class ParcelImpl implements Parcel {
        private String how = "";

        @Override
        public String send(String to, int weight) {
            Workflow.await(() -> !how.isEmpty());
            Scale scale = Workflow.newLocalActivityStub(
                    Scale.class,
                    LocalActivityOptions.newBuilder()
                            .setStartToCloseTimeout(Duration.ofMinutes(1))
                            .build());
            return to + scale.weigh(weight) + how;
        }

        @Override
        public void hurry(String given) {
            how = given;
        }

        @Override
        public String status(String of) {
            return of + " is open";
        }

        @Override
        public String move(String to) {
            return "moved " + to;
        }
    }

    @ActivityInterface
    public interface Scale {
        String weigh(int weight);
    }

    public static final class ScaleImpl implements Scale {
        @Override
        public String weigh(int weight) {
            return " " + weight + " ";
        }
    }

    @WorkflowInterface
    public interface Rounds {
        @WorkflowMethod
        String go(int left);
    }

    /** Continues as itself, then has an activity say what there is. */
    public static final class RoundsImpl implements Rounds {
        @Override
        public String go(int left) {
            return left > 0
                    ? Workflow.newContinueAsNewStub(Rounds.class).go(left - 1)
                    : Workflow.newActivityStub(
                                    Bell.class,
                                    ActivityOptions.newBuilder()
                                            .setStartToCloseTimeout(Duration.ofMinutes(1))
                                            .build())
                            .ring(left);
        }
    }

    @ActivityInterface
    public interface Bell {
        String ring(int times);
    }

    /** Is completed by hand. */
    public static final class BellImpl implements Bell {
        @Override
        public String ring(int times) {
            Activity.getExecutionContext().useLocalManualCompletion().complete("rung " + times);
            return null;
        }
    }

    @BeforeAll
    static void start() {
        InProcessAgent.install();
        environment = TestWorkflowEnvironment.newInstance();
        var worker = environment.newWorker("parcels", Patience.WORKER);
        worker.registerWorkflowImplementationTypes(ParcelImpl.class, RoundsImpl.class);
        worker.registerActivitiesImplementations(new ScaleImpl(), new BellImpl());
        environment.start();
    }

    @AfterAll
    static void close() {
        environment.close();
    }

    private void send(Interceptor<Call> interceptor) {
        try (Probe probe = Probe.of(
                call -> call instanceof TemporalCall temporal
                        && id.equals(temporal.workflowId())
                        && call.operation().category().inbound(),
                interceptor)) {
            Parcel parcel = environment
                    .getWorkflowClient()
                    .newWorkflowStub(
                            Parcel.class,
                            WorkflowOptions.newBuilder()
                                    .setTaskQueue("parcels")
                                    .setWorkflowId(id)
                                    .build());
            WorkflowClient.start(parcel::send, "home", 7);
            assertThat(parcel.status("it")).isEqualTo("it is open");
            assertThat(parcel.move("there")).isEqualTo("moved there");
            parcel.hurry("now");
            assertThat(io.temporal.client.WorkflowStub.fromTyped(parcel).getResult(String.class))
                    .isEqualTo("home 7 now");
        }
    }

    @Test
    void arguments() {
        send(call -> {
            List<Object> wrong = new ArrayList<>(call.arguments());
            wrong.replaceAll(argument -> new StringBuilder("wrong"));
            Throwable type = catchThrowable(() -> call.setArguments(wrong));
            Throwable count = catchThrowable(() -> call.setArguments(List.of("too", "many", "for", "all")));
            refused.put(call.operation() + " type", type);
            refused.put(call.operation() + " count", count);
            return call.proceed();
        });
        assertThat(refused)
                .containsOnlyKeys(
                        "workflow inbound execute type",
                        "workflow inbound execute count",
                        "workflow inbound handleSignal type",
                        "workflow inbound handleSignal count",
                        "workflow inbound handleQuery type",
                        "workflow inbound handleQuery count",
                        "workflow inbound validateUpdate type",
                        "workflow inbound validateUpdate count",
                        "workflow inbound executeUpdate type",
                        "workflow inbound executeUpdate count",
                        "activity inbound execute type",
                        "activity inbound execute count");
        for (Map.Entry<String, Throwable> each : refused.entrySet()) {
            assertThat(each.getValue()).as(each.getKey()).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void argumentsThatLeave() {
        try (Probe probe = Probe.of(
                call -> call instanceof TemporalCall temporal
                        && id.equals(temporal.workflowId())
                        && (call.operation().name().equals("continueAsNew")
                                || call.operation().toString().equals("activity outbound complete")),
                call -> {
                    Throwable type = catchThrowable(() -> call.setArguments(List.of(new StringBuilder("wrong"))));
                    Throwable count = catchThrowable(() -> call.setArguments(List.of("too", "many")));
                    refused.put(call.operation() + " type", type);
                    refused.put(call.operation() + " count", count);
                    return call.proceed();
                })) {
            Rounds rounds = environment
                    .getWorkflowClient()
                    .newWorkflowStub(
                            Rounds.class,
                            WorkflowOptions.newBuilder()
                                    .setTaskQueue("parcels")
                                    .setWorkflowId(id)
                                    .build());
            assertThat(rounds.go(1)).isEqualTo("rung 0");
        }
        assertThat(refused)
                .containsOnlyKeys(
                        "workflow outbound continueAsNew type",
                        "workflow outbound continueAsNew count",
                        "activity outbound complete type",
                        "activity outbound complete count");
        assertThat(refused.values()).allSatisfy(each -> assertThat(each).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void results() {
        send(call -> {
            call.proceed();
            return 42;
        });
    }

    @Test
    void whatFitsIsTaken() {
        send(call -> {
            call.setArguments(call.arguments());
            Object result = call.proceed();
            return result instanceof String text ? new String(text) : result;
        });
    }
}
