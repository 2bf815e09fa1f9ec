package dev.heddle.test.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.ActivityCall;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.Interceptor;
import dev.heddle.api.RefusedException;
import dev.heddle.api.TemporalCall;
import dev.heddle.test.Probe;
import dev.heddle.test.Sandbox;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowStub;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A fail-closed extension that fails, and works again later. */
class GuardTest {
    private final AtomicInteger asked = new AtomicInteger();

    private final Interceptor<Call> brokenAtFirst = call -> {
        if (asked.incrementAndGet() == 1) {
            throw new IllegalStateException("cannot reach the policy");
        }
        return call.proceed();
    };

    private static Predicate<Call> of(WorkflowStub workflow, Category category, String operation) {
        String id = Sandbox.idOf(workflow);
        return call -> call.operation().category() == category
                && call.operation().name().equals(operation)
                && id.equals(((TemporalCall) call).workflowId());
    }

    private static Object pack() {
        ActivityOptions options = ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofMinutes(1))
                .build();
        return Workflow.newUntypedActivityStub(options).execute("Pack", String.class);
    }

    private static WorkflowStub packing() {
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> pack());
        Sandbox.activity(workflow, "Pack", arguments -> "packed");
        return workflow;
    }

    @Test
    void aClientIsRefused() {
        WorkflowStub workflow = packing();
        try (Probe guard = Probe.guard(of(workflow, Category.CLIENT, "start"), brokenAtFirst)) {
            assertThatThrownBy(workflow::start)
                    .hasCauseInstanceOf(RefusedException.class)
                    .hasRootCauseMessage("cannot reach the policy");
        }
    }

    @Test
    void aWorkflowTaskIsTriedAgain() {
        WorkflowStub workflow = packing();
        try (Probe guard = Probe.guard(of(workflow, Category.WORKFLOW_OUTBOUND, "executeActivity"), brokenAtFirst)) {
            workflow.start();
            assertThat(workflow.getResult(String.class)).isEqualTo("packed");
        }
        assertThat(asked).hasValue(2);
        assertThat(Sandbox.shared()
                        .client()
                        .fetchHistory(Sandbox.idOf(workflow))
                        .getEvents())
                .extracting(event -> event.getEventType())
                .contains(EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED);
    }

    @Test
    void aWorkflowIsNotStartedByItsWorker() {
        WorkflowStub workflow = packing();
        try (Probe guard = Probe.guard(of(workflow, Category.WORKFLOW_INBOUND, "execute"), brokenAtFirst)) {
            workflow.start();
            assertThat(workflow.getResult(String.class)).isEqualTo("packed");
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void anAttemptOfAnActivityIsTriedAgain() {
        WorkflowStub workflow = packing();
        List<Integer> attempts = new CopyOnWriteArrayList<>();
        try (Probe guard = Probe.guard(of(workflow, Category.ACTIVITY_INBOUND, "execute"), call -> {
            attempts.add(((ActivityCall) call).attempt());
            return brokenAtFirst.intercept(call);
        })) {
            workflow.start();
            assertThat(workflow.getResult(String.class)).isEqualTo("packed");
        }
        assertThat(attempts).containsExactly(1, 2);
    }

    @Test
    void anActivityThatAsksItsContextIsTriedAgain() {
        WorkflowStub workflow = packing();
        try (Probe guard = Probe.guard(of(workflow, Category.ACTIVITY_OUTBOUND, "getInfo"), brokenAtFirst)) {
            workflow.start();
            assertThat(workflow.getResult(String.class)).isEqualTo("packed");
        }
        assertThat(asked).hasValue(2);
    }
}
