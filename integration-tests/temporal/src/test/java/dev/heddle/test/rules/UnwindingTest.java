package dev.heddle.test.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Call;
import dev.heddle.api.Interceptor;
import dev.heddle.api.WorkflowCall;
import dev.heddle.test.Probe;
import dev.heddle.test.Sandbox;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What ends a workflow thread passes interceptors that swallow all they can, and is no outcome. */
class UnwindingTest {
    private static final String DESTROYED = "DestroyWorkflowThreadError";

    private final List<String> thrown = new CopyOnWriteArrayList<>();
    private final List<String> outcomes = new CopyOnWriteArrayList<>();

    private final Interceptor<Call> swallowing = call -> {
        call.onCompletion((result, failure) -> outcomes.add(call.operation().name() + ' ' + result + ' ' + failure));
        try {
            return call.proceed();
        } catch (Throwable swallowed) {
            thrown.add(call.operation().name() + ' ' + swallowed.getClass().getSimpleName());
            return null;
        }
    };

    private static Predicate<Call> of(WorkflowStub workflow, String... operations) {
        String id = Sandbox.idOf(workflow);
        return call -> call instanceof WorkflowCall ofWorkflow
                && id.equals(ofWorkflow.workflowId())
                && List.of(operations).contains(call.operation().name());
    }

    private static Object untilSignalled() {
        boolean[] signalled = new boolean[1];
        Workflow.registerListener((DynamicSignalHandler) (name, arguments) -> signalled[0] = true);
        Workflow.await(() -> signalled[0]);
        return "done";
    }

    @Test
    void eviction() {
        try (Sandbox sandbox = Sandbox.forgetful()) {
            WorkflowStub workflow = sandbox.workflow(arguments -> untilSignalled());
            try (Probe probe = Probe.of(of(workflow, "execute", "await"), swallowing)) {
                workflow.start();
                sandbox.forgetUntil(() -> thrown.contains("execute " + DESTROYED));
                workflow.signal("go");
                assertThat(workflow.getResult(String.class)).isEqualTo("done");
            }
        }
        assertThat(thrown).contains("await " + DESTROYED, "execute " + DESTROYED);
        assertThat(outcomes).containsExactlyInAnyOrder("await null null", "execute done null");
    }

    /** The error meets the interceptor where it waits itself, and not by way of its proceed(). */
    @Test
    void evictionOfAnInterceptorThatWaits() {
        AtomicBoolean wait = new AtomicBoolean(true);
        try (Sandbox sandbox = Sandbox.forgetful()) {
            WorkflowStub workflow = sandbox.workflow(arguments -> untilSignalled());
            try (Probe probe = Probe.of(of(workflow, "await"), call -> {
                try {
                    Workflow.await(() -> !wait.get());
                    return call.proceed();
                } catch (Throwable passing) {
                    thrown.add(passing.getClass().getSimpleName());
                    throw passing;
                }
            })) {
                workflow.start();
                sandbox.forgetUntil(() -> thrown.contains(DESTROYED));
                wait.set(false);
                workflow.signal("go");
                assertThat(workflow.getResult(String.class)).isEqualTo("done");
            }
        }
        assertThat(Probe.failures())
                .extracting(failure -> failure.getClass().getSimpleName())
                .doesNotContain(DESTROYED);
    }

    @Test
    void shutdown() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        try (Sandbox sandbox = new Sandbox(WorkerFactoryOptions.getDefaultInstance())) {
            WorkflowStub workflow = sandbox.workflow(arguments -> untilSignalled());
            try (Probe probe = Probe.of(of(workflow, "execute", "await"), call -> {
                if (call.operation().name().equals("await")) {
                    waiting.countDown();
                }
                return swallowing.intercept(call);
            })) {
                workflow.start();
                assertThat(waiting.await(1, TimeUnit.MINUTES)).isTrue();
                // Answered when the task is over, and so the workflow in the cache.
                workflow.query("__stack_trace", String.class);
                sandbox.close();
                Awaitility.await()
                        .untilAsserted(() -> assertThat(thrown)
                                .containsExactlyInAnyOrder("await " + DESTROYED, "execute " + DESTROYED));
            }
        }
        assertThat(outcomes).isEmpty();
    }

    @Test
    void continueAsNew() {
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> {
            if (Workflow.getInfo().getContinuedExecutionRunId().isEmpty()) {
                Workflow.continueAsNew("again");
            }
            return arguments.get(0, String.class);
        });
        try (Probe probe = Probe.of(of(workflow, "execute", "continueAsNew"), swallowing)) {
            workflow.start("first");
            assertThat(workflow.getResult(String.class)).isEqualTo("again");
        }
        assertThat(thrown).containsExactly("continueAsNew " + DESTROYED, "execute " + DESTROYED);
        assertThat(outcomes).containsExactly("execute again null");
    }
}
