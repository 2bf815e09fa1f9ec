package dev.heddle.test.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.ActivityCall;
import dev.heddle.api.Attribute;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.TemporalCall;
import dev.heddle.test.Probe;
import dev.heddle.test.Sandbox;
import io.temporal.activity.Activity;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What an interceptor knows of an activity's attempt, and what it can hand from one call to another. */
class ActivityTest {
    private static final Attribute<String> TENANT = Attribute.named("tenant");

    private final List<Object> seen = new CopyOnWriteArrayList<>();

    private static Predicate<Call> of(WorkflowStub workflow, Category category, String operation) {
        String id = Sandbox.idOf(workflow);
        return call -> call.operation().category() == category
                && call.operation().name().equals(operation)
                && id.equals(((TemporalCall) call).workflowId());
    }

    private static Object packLocally() {
        return Workflow.newUntypedLocalActivityStub(LocalActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .build())
                .execute("Pack", String.class);
    }

    @Test
    void aLocalActivityHasStarted() {
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> packLocally());
        Sandbox.activity(workflow, "Pack", arguments -> "packed");
        Instant before = Instant.ofEpochMilli(System.currentTimeMillis());
        try (Probe probe = Probe.of(of(workflow, Category.ACTIVITY_INBOUND, "execute"), call -> {
            seen.add(((ActivityCall) call).startedAt());
            return call.proceed();
        })) {
            workflow.start();
            workflow.getResult(String.class);
        }
        assertThat((Instant) seen.get(0)).isBetween(before, Instant.now());
    }

    @Test
    void fromWhatArrivesAtAnActivityToWhatItAsks() {
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> packLocally());
        Sandbox.activity(workflow, "Pack", arguments -> {
            Activity.getExecutionContext().getMetricsScope();
            return "packed";
        });
        try (Probe arriving = Probe.of(of(workflow, Category.ACTIVITY_INBOUND, "execute"), call -> {
                    call.set(TENANT, "acme");
                    return call.proceed();
                });
                Probe leaving = Probe.of(of(workflow, Category.ACTIVITY_OUTBOUND, "getMetricsScope"), call -> {
                    seen.add(call.get(TENANT));
                    return call.proceed();
                })) {
            workflow.start();
            workflow.getResult(String.class);
        }
        assertThat(seen).containsExactly("acme");
    }

    @Test
    void fromWhatArrivesAtAWorkflowToWhatItAsks() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> {
            boolean[] signalled = new boolean[1];
            Workflow.registerListener((DynamicSignalHandler) (name, with) -> signalled[0] = true);
            Workflow.await(() -> signalled[0]);
            return packLocally();
        });
        Sandbox.activity(workflow, "Pack", arguments -> "packed");
        try (Probe executing = Probe.of(of(workflow, Category.WORKFLOW_INBOUND, "execute"), call -> {
                    call.set(TENANT, "acme");
                    begun.countDown();
                    return call.proceed();
                });
                Probe signalling = Probe.of(of(workflow, Category.WORKFLOW_INBOUND, "handleSignal"), call -> {
                    call.set(TENANT, call.get(TENANT) + " signalled");
                    return call.proceed();
                });
                Probe leaving = Probe.of(of(workflow, Category.WORKFLOW_OUTBOUND, "executeLocalActivity"), call -> {
                    seen.add(call.get(TENANT));
                    return call.proceed();
                })) {
            workflow.start();
            // A signal that comes with the start would reach the workflow before its execution does.
            assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
            workflow.signal("go");
            workflow.getResult(String.class);
        }
        assertThat(seen).containsOnly("acme signalled");
    }
}
