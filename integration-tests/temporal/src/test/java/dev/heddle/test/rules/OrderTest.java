package dev.heddle.test.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.TemporalCall;
import dev.heddle.api.TemporalClientCall;
import dev.heddle.test.Probe;
import dev.heddle.test.Sandbox;
import io.temporal.activity.Activity;
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
import io.temporal.common.interceptors.ActivityClientInterceptor;
import io.temporal.common.interceptors.NexusClientInterceptor;
import io.temporal.common.interceptors.ScheduleClientInterceptor;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/**
 * Where Heddle stands among the application's own interceptors: outermost for what arrives and for clients' calls,
 * innermost for what leaves a workflow or an activity. Of Nexus {@link NexusTest} says it.
 */
class OrderTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private <T> T own(Class<T> factory, String... operations) {
        return new OwnInterceptors(seen, Set.of(operations)).of(factory);
    }

    private static Object work() {
        Workflow.currentTimeMillis();
        return Workflow.newUntypedLocalActivityStub(LocalActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .build())
                .execute("Pack", String.class);
    }

    /** Notes an operation of a workflow, named with its category. */
    private Probe probe(String id, String operation) {
        return Probe.of(
                call -> call.operation().toString().equals(operation) && id.equals(((TemporalCall) call).workflowId()),
                call -> {
                    seen.add("heddle " + operation);
                    return call.proceed();
                });
    }

    @Test
    void outermostForWhatArrivesAndInnermostForWhatLeavesAWorkflow() {
        try (Sandbox sandbox = new Sandbox(WorkerFactoryOptions.newBuilder()
                .setWorkerInterceptors(
                        own(WorkerInterceptor.class, "execute", "currentTimeMillis", "isDoNotCompleteOnReturn"))
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
                            .setInterceptors(own(WorkflowClientInterceptor.class, "start"))
                            .build());
            WorkflowStub workflow = client.newUntypedWorkflowStub(
                    "Script",
                    WorkflowOptions.newBuilder()
                            .setTaskQueue(Sandbox.QUEUE)
                            .setWorkflowId(id)
                            .build());
            try (Probe ofClient = probe(id, "client start");
                    Probe inbound = probe(id, "workflow inbound execute");
                    Probe outbound = probe(id, "workflow outbound currentTimeMillis");
                    Probe activity = probe(id, "activity inbound execute");
                    Probe context = probe(id, "activity outbound isDoNotCompleteOnReturn")) {
                workflow.start();
                assertThat(workflow.getResult(String.class)).isEqualTo("false");
            }
        }
        assertThat(seen)
                .containsSubsequence("heddle client start", "own client start")
                .containsSubsequence("heddle workflow inbound execute", "own workflow inbound execute")
                .containsSubsequence(
                        "own workflow outbound currentTimeMillis", "heddle workflow outbound currentTimeMillis")
                .containsSubsequence("heddle activity inbound execute", "own activity inbound execute")
                .containsSubsequence(
                        "own activity outbound isDoNotCompleteOnReturn",
                        "heddle activity outbound isDoNotCompleteOnReturn");
    }

    /** Each calls a server that knows nothing of it: the call has passed all interceptors before that is said. */
    private void outermost(String operation, Runnable call) {
        String namespace = "order";
        try (Probe probe = Probe.of(
                passing -> passing.operation().name().equals(operation)
                        && passing instanceof TemporalClientCall ofClient
                        && namespace.equals(ofClient.namespace()),
                passing -> {
                    seen.add("heddle client " + operation);
                    return passing.proceed();
                })) {
            assertThatThrownBy(call::run).hasStackTraceContaining("UNIMPLEMENTED");
        }
        assertThat(seen).containsExactly("heddle client " + operation, "own client " + operation);
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
                        .setInterceptors(List.of(own(ScheduleClientInterceptor.class, "pauseSchedule")))
                        .build());
        outermost("pauseSchedule", () -> client.getHandle("nightly").pause());
    }

    @Test
    void outermostForActivitiesOfNoWorkflow() {
        ActivityClient client = ActivityClient.newInstance(
                server(),
                ActivityClientOptions.newBuilder()
                        .setNamespace("order")
                        .setInterceptors(List.of(own(ActivityClientInterceptor.class, "cancelActivity")))
                        .build());
        outermost("cancelActivity", () -> client.getHandle("alone", "run").cancel("enough"));
    }

    @Test
    void outermostForNexusOperationsOfNoWorkflow() {
        NexusClient client = NexusClient.newInstance(
                server(),
                NexusClientOptions.newBuilder()
                        .setNamespace("order")
                        .setInterceptors(
                                List.of(own(NexusClientInterceptor.class, "requestCancelNexusOperationExecution")))
                        .build());
        outermost(
                "requestCancelNexusOperationExecution",
                () -> client.getHandle("alone", "run").cancel("enough"));
    }
}
