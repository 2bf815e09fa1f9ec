package dev.heddle.test.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Call;
import dev.heddle.api.RefusedException;
import dev.heddle.api.WorkflowCall;
import dev.heddle.test.Probe;
import dev.heddle.test.Sandbox;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Signals that come before the workflow has a handler of any signal: the SDK hands these to it past its own chain. */
class EarlySignalTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<String> handled = new CopyOnWriteArrayList<>();

    private static Predicate<Call> signalsOf(WorkflowStub workflow) {
        String id = Sandbox.idOf(workflow);
        return call -> call instanceof WorkflowCall ofWorkflow
                && id.equals(ofWorkflow.workflowId())
                && call.operation().name().equals("handleSignal");
    }

    private void handle(String name, EncodedValues arguments) {
        handled.add(name + " " + arguments.get(0, String.class));
    }

    /** Registers its handler late, and ends with the signal "go". */
    private Object late(DynamicSignalHandler handler) {
        boolean[] go = new boolean[1];
        Workflow.sleep(Duration.ofMillis(50));
        Workflow.registerListener((DynamicSignalHandler) (name, arguments) -> {
            handler.handle(name, arguments);
            go[0] |= name.equals("go");
        });
        Workflow.await(() -> go[0]);
        return "gone";
    }

    private static String run(WorkflowStub workflow) {
        workflow.signalWithStart("first", new Object[] {"1"}, new Object[0]);
        workflow.signal("second", "2");
        workflow.signal("go", "3");
        return workflow.getResult(String.class);
    }

    @Test
    void eachIsSeenOnce() {
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> late(this::handle));
        try (Probe probe = Probe.of(signalsOf(workflow), call -> {
            EncodedValues values = (EncodedValues) call.argument(0);
            seen.add(call.name() + " " + values.get(0, String.class));
            assertThat(call.headers().get("absent")).isNull();
            return call.proceed();
        })) {
            assertThat(run(workflow)).isEqualTo("gone");
        }
        assertThat(seen).containsExactly("first 1", "second 2", "go 3");
        assertThat(handled).containsExactly("first 1", "second 2", "go 3");
    }

    @Test
    void aGuardIsNotPassedBy() {
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> late(this::handle));
        try (Probe guard = Probe.guard(signalsOf(workflow), call -> {
            if (call.name().equals("go")) {
                return call.proceed();
            }
            throw new RefusedException("not today");
        })) {
            assertThat(run(workflow)).isEqualTo("gone");
        }
        assertThat(handled).containsExactly("go 3");
    }

    /** The handler waits on the thread that registers it, while others come by the SDK's chain. */
    @Test
    void theHandlerMayWait() {
        WorkflowStub workflow = Sandbox.shared()
                .workflow(arguments -> late((name, with) -> {
                    Workflow.sleep(Duration.ofMillis(50));
                    handle(name, with);
                }));
        try (Probe probe = Probe.of(signalsOf(workflow), call -> {
            seen.add(call.name());
            return call.proceed();
        })) {
            assertThat(run(workflow)).isEqualTo("gone");
        }
        assertThat(seen).containsExactlyInAnyOrder("first", "second", "go");
        assertThat(handled).containsExactlyInAnyOrder("first 1", "second 2", "go 3");
    }

    @Test
    void whatTheHandlerThrowsLeavesItAsItIs() {
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        List<Throwable> caught = new CopyOnWriteArrayList<>();
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> {
            try {
                Workflow.registerListener((DynamicSignalHandler) (name, with) -> {
                    ApplicationFailure own = ApplicationFailure.newNonRetryableFailure("no such signal", "Unknown");
                    thrown.add(own);
                    throw own;
                });
            } catch (ApplicationFailure failure) {
                caught.add(failure);
            }
            return "caught";
        });
        try (Probe probe = Probe.of(signalsOf(workflow), Call::proceed)) {
            workflow.signalWithStart("first", new Object[0], new Object[0]);
            assertThat(workflow.getResult(String.class)).isEqualTo("caught");
        }
        assertThat(caught)
                .hasSize(1)
                .usingElementComparator((a, b) -> a == b ? 0 : 1)
                .isEqualTo(thrown);
        StackTraceElement[] frames = caught.get(0).getStackTrace();
        assertThat(frames).extracting(StackTraceElement::getMethodName).contains("registerDynamicSignalHandler");
        assertThat(frames)
                .extracting(StackTraceElement::getClassName)
                .noneMatch(name -> name.startsWith("dev.heddle.agent"));
    }

    @Test
    void anInterceptorMayAnswer() {
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> late((name, with) -> handled.add(name)));
        try (Probe probe = Probe.of(signalsOf(workflow), call -> {
            if (call.name().equals("first")) {
                return null;
            }
            return call.proceed();
        })) {
            assertThat(run(workflow)).isEqualTo("gone");
        }
        assertThat(handled).containsExactly("second", "go");
    }

    /** A second handler gets them again from the SDK, and so do interceptors. */
    @Test
    void aSecondHandlerGetsThemAgain() {
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> {
            Workflow.registerListener((DynamicSignalHandler) this::handle);
            Workflow.registerListener((DynamicSignalHandler) this::handle);
            return "gone";
        });
        try (Probe probe = Probe.of(signalsOf(workflow), call -> {
            seen.add(call.name());
            return call.proceed();
        })) {
            workflow.signalWithStart("first", new Object[] {"1"}, new Object[0]);
            assertThat(workflow.getResult(String.class)).isEqualTo("gone");
        }
        assertThat(seen).containsExactly("first", "first");
        assertThat(handled).containsExactly("first 1", "first 1");
    }
}
