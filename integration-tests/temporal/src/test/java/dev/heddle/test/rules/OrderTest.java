package dev.heddle.test.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Call;
import dev.heddle.api.TemporalCall;
import dev.heddle.api.TemporalClientCall;
import dev.heddle.test.Probe;
import dev.heddle.test.Sandbox;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.client.ActivityClient;
import io.temporal.client.ActivityClientOptions;
import io.temporal.client.NexusClient;
import io.temporal.client.NexusClientOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.common.interceptors.ActivityClientCallsInterceptor;
import io.temporal.common.interceptors.ActivityClientCallsInterceptorBase;
import io.temporal.common.interceptors.ActivityClientInterceptorBase;
import io.temporal.common.interceptors.ActivityExecutionContextBase;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.NexusClientCallsInterceptor;
import io.temporal.common.interceptors.NexusClientCallsInterceptorBase;
import io.temporal.common.interceptors.NexusClientInterceptorBase;
import io.temporal.common.interceptors.ScheduleClientCallsInterceptor;
import io.temporal.common.interceptors.ScheduleClientCallsInterceptorBase;
import io.temporal.common.interceptors.ScheduleClientInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/**
 * Where Heddle stands among the application's own interceptors: outermost for what arrives and for clients' calls,
 * innermost for what leaves a workflow or an activity. Of Nexus {@link NexusTest} says it.
 */
class OrderTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private final class OwnOfWorker extends WorkerInterceptorBase {
        @Override
        public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
            return new WorkflowInboundCallsInterceptorBase(next) {
                @Override
                public void init(WorkflowOutboundCallsInterceptor outbound) {
                    super.init(new WorkflowOutboundCallsInterceptorBase(outbound) {
                        @Override
                        public long currentTimeMillis() {
                            seen.add("own currentTimeMillis");
                            return super.currentTimeMillis();
                        }
                    });
                }

                @Override
                public WorkflowOutput execute(WorkflowInput input) {
                    seen.add("own workflow inbound");
                    return super.execute(input);
                }
            };
        }

        @Override
        public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
            return new ActivityInboundCallsInterceptorBase(next) {
                @Override
                public void init(ActivityExecutionContext context) {
                    super.init(new ActivityExecutionContextBase(context) {
                        @Override
                        public boolean isDoNotCompleteOnReturn() {
                            seen.add("own isDoNotCompleteOnReturn");
                            return super.isDoNotCompleteOnReturn();
                        }
                    });
                }

                @Override
                public ActivityOutput execute(ActivityInput input) {
                    seen.add("own activity inbound");
                    return super.execute(input);
                }
            };
        }
    }

    private final class OwnOfClient extends WorkflowClientInterceptorBase {
        @Override
        public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(WorkflowClientCallsInterceptor next) {
            return new WorkflowClientCallsInterceptorBase(next) {
                @Override
                public WorkflowStartOutput start(WorkflowStartInput input) {
                    seen.add("own client");
                    return super.start(input);
                }
            };
        }
    }

    private final class OwnOfSchedules extends ScheduleClientInterceptorBase {
        @Override
        public ScheduleClientCallsInterceptor scheduleClientCallsInterceptor(ScheduleClientCallsInterceptor next) {
            return new ScheduleClientCallsInterceptorBase(next) {
                @Override
                public void pauseSchedule(PauseScheduleInput input) {
                    seen.add("own pauseSchedule");
                    super.pauseSchedule(input);
                }
            };
        }
    }

    private final class OwnOfActivities extends ActivityClientInterceptorBase {
        @Override
        public ActivityClientCallsInterceptor activityClientCallsInterceptor(ActivityClientCallsInterceptor next) {
            return new ActivityClientCallsInterceptorBase(next) {
                @Override
                public CancelActivityOutput cancelActivity(CancelActivityInput input) {
                    seen.add("own cancelActivity");
                    return super.cancelActivity(input);
                }
            };
        }
    }

    private final class OwnOfOperations extends NexusClientInterceptorBase {
        @Override
        public NexusClientCallsInterceptor nexusClientCallsInterceptor(NexusClientCallsInterceptor next) {
            return new NexusClientCallsInterceptorBase(next) {
                @Override
                public RequestCancelNexusOperationExecutionOutput requestCancelNexusOperationExecution(
                        RequestCancelNexusOperationExecutionInput input) {
                    seen.add("own requestCancelNexusOperationExecution");
                    return super.requestCancelNexusOperationExecution(input);
                }
            };
        }
    }

    private static Object work() {
        Workflow.currentTimeMillis();
        return Workflow.newUntypedLocalActivityStub(LocalActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .build())
                .execute("Pack", String.class);
    }

    private static boolean isOfWorkflow(Call call, String id, String category, String operation) {
        return call.operation().category().name().equals(category)
                && call.operation().name().equals(operation)
                && id.equals(((TemporalCall) call).workflowId());
    }

    private Probe probe(String id, String category, String operation, String name) {
        return Probe.of(call -> isOfWorkflow(call, id, category, operation), call -> {
            seen.add("heddle " + name);
            return call.proceed();
        });
    }

    @Test
    void outermostForWhatArrivesAndInnermostForWhatLeavesAWorkflow() {
        try (Sandbox sandbox = new Sandbox(WorkerFactoryOptions.newBuilder()
                .setWorkerInterceptors(new OwnOfWorker())
                .build())) {
            WorkflowStub scripted = sandbox.workflow(arguments -> work());
            String id = Sandbox.idOf(scripted);
            Sandbox.activity(
                    scripted,
                    "Pack",
                    arguments -> String.valueOf(Activity.getExecutionContext().isDoNotCompleteOnReturn()));
            WorkflowClient client = WorkflowClient.newInstance(
                    sandbox.client().getWorkflowServiceStubs(),
                    WorkflowClientOptions.newBuilder(sandbox.client().getOptions())
                            .setInterceptors(new OwnOfClient())
                            .build());
            WorkflowStub workflow = client.newUntypedWorkflowStub(
                    "Script",
                    WorkflowOptions.newBuilder()
                            .setTaskQueue(Sandbox.QUEUE)
                            .setWorkflowId(id)
                            .build());
            try (Probe ofClient = probe(id, "client", "start", "client");
                    Probe inbound = probe(id, "workflow inbound", "execute", "workflow inbound");
                    Probe outbound = probe(id, "workflow outbound", "currentTimeMillis", "currentTimeMillis");
                    Probe activity = probe(id, "activity inbound", "execute", "activity inbound");
                    Probe context =
                            probe(id, "activity outbound", "isDoNotCompleteOnReturn", "isDoNotCompleteOnReturn")) {
                workflow.start();
                assertThat(workflow.getResult(String.class)).isEqualTo("false");
            }
        }
        assertThat(seen)
                .containsSubsequence("heddle client", "own client")
                .containsSubsequence("heddle workflow inbound", "own workflow inbound")
                .containsSubsequence("own currentTimeMillis", "heddle currentTimeMillis")
                .containsSubsequence("heddle activity inbound", "own activity inbound")
                .containsSubsequence("own isDoNotCompleteOnReturn", "heddle isDoNotCompleteOnReturn");
    }

    /** Each calls a server that knows nothing of it: the call has passed all interceptors before that is said. */
    private void outermost(String operation, Runnable call) {
        String namespace = "order";
        try (Probe probe = Probe.of(
                passing -> passing.operation().name().equals(operation)
                        && passing instanceof TemporalClientCall ofClient
                        && namespace.equals(ofClient.namespace()),
                passing -> {
                    seen.add("heddle " + operation);
                    return passing.proceed();
                })) {
            assertThatThrownBy(call::run).hasStackTraceContaining("UNIMPLEMENTED");
        }
        assertThat(seen).containsExactly("heddle " + operation, "own " + operation);
    }

    private static WorkflowServiceStubs server() {
        return Sandbox.shared().client().getWorkflowServiceStubs();
    }

    @Test
    void outermostForSchedules() {
        ScheduleClient client = ScheduleClient.newInstance(
                server(),
                ScheduleClientOptions.newBuilder()
                        .setNamespace("order")
                        .setInterceptors(List.of(new OwnOfSchedules()))
                        .build());
        outermost("pauseSchedule", () -> client.getHandle("nightly").pause());
    }

    @Test
    void outermostForActivitiesOfNoWorkflow() {
        ActivityClient client = ActivityClient.newInstance(
                server(),
                ActivityClientOptions.newBuilder()
                        .setNamespace("order")
                        .setInterceptors(List.of(new OwnOfActivities()))
                        .build());
        outermost("cancelActivity", () -> client.getHandle("alone", "run").cancel("enough"));
    }

    @Test
    void outermostForNexusOperationsOfNoWorkflow() {
        NexusClient client = NexusClient.newInstance(
                server(),
                NexusClientOptions.newBuilder()
                        .setNamespace("order")
                        .setInterceptors(List.of(new OwnOfOperations()))
                        .build());
        outermost(
                "requestCancelNexusOperationExecution",
                () -> client.getHandle("alone", "run").cancel("enough"));
    }
}
