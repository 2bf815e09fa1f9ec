package dev.heddle.test.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.api.Call;
import dev.heddle.api.Interceptor;
import dev.heddle.api.RefusedException;
import dev.heddle.api.WorkflowCall;
import dev.heddle.test.Probe;
import dev.heddle.test.Sandbox;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.EncodedValues;
import io.temporal.workflow.Async;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.DynamicQueryHandler;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.DynamicUpdateHandler;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What reaches a workflow, and what its other threads ask for, while an interceptor of it waits. */
class ParkedTest {
    private static final ActivityOptions OPTIONS = ActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofMinutes(1))
            .build();

    private static Predicate<Call> of(WorkflowStub workflow, String... operations) {
        String id = Sandbox.idOf(workflow);
        return call -> call instanceof WorkflowCall ofWorkflow
                && id.equals(ofWorkflow.workflowId())
                && List.of(operations).contains(call.operation().name());
    }

    /** A workflow that packs, open to all that can reach it, and the interceptor of its activity that waits. */
    private static final class Packing {
        private final CountDownLatch parked = new CountDownLatch(1);
        private final CountDownLatch packed = new CountDownLatch(1);
        private final List<String> seen = new CopyOnWriteArrayList<>();
        private final WorkflowStub workflow = Sandbox.shared().workflow(this::run);
        private boolean released;
        private boolean asked;

        Packing() {
            Sandbox.activity(workflow, "Pack", arguments -> {
                try {
                    return packed.await(1, TimeUnit.MINUTES) ? "packed" : "late";
                } catch (InterruptedException impossible) {
                    throw new IllegalStateException(impossible);
                }
            });
        }

        private Object run(EncodedValues arguments) {
            Workflow.registerListener((DynamicQueryHandler) (name, with) -> "the secret");
            Workflow.registerListener((DynamicSignalHandler) (name, with) -> released |= name.equals("go"));
            Workflow.registerListener(new DynamicUpdateHandler() {
                @Override
                public void handleValidate(String name, EncodedValues with) {}

                @Override
                public Object handleExecute(String name, EncodedValues with) {
                    asked = true;
                    return "updated";
                }
            });
            Promise<Void> beside = Async.procedure(() -> {
                Workflow.await(() -> asked);
                Workflow.currentTimeMillis();
            });
            String result = Workflow.newUntypedActivityStub(OPTIONS).execute("Pack", String.class);
            beside.get();
            return result;
        }

        Object park(Interceptor<Call> waiting, Call call) throws Throwable {
            if (!((WorkflowCall) call).replaying()) {
                parked.countDown();
            }
            return waiting.intercept(call);
        }

        Object byPromise(Call call) throws Throwable {
            Promise<?> promise = (Promise<?>) call.proceed();
            promise.get();
            return promise;
        }

        Object byCondition(Call call) throws Throwable {
            Workflow.await(() -> released);
            return call.proceed();
        }

        Object byTimer(Call call) throws Throwable {
            Workflow.await(Duration.ofHours(1), () -> released);
            return call.proceed();
        }

        Object byOwnPromise(Call call) throws Throwable {
            CompletablePromise<String> own = Workflow.newPromise();
            Async.procedure(() -> {
                Workflow.await(() -> released);
                own.complete("released");
            });
            own.get();
            return call.proceed();
        }
    }

    @FunctionalInterface
    private interface Waiting {
        Object intercept(Packing packing, Call call) throws Throwable;
    }

    @TestFactory
    Stream<DynamicTest> whateverAnInterceptorWaitsFor() {
        Map<String, Waiting> kinds = Map.of(
                "promise", Packing::byPromise,
                "condition", Packing::byCondition,
                "timer", Packing::byTimer,
                "promise of its own", Packing::byOwnPromise);
        return kinds.entrySet().stream()
                .map(kind -> dynamicTest(kind.getKey(), () -> everythingElseIsIntercepted(kind.getValue())));
    }

    private static void everythingElseIsIntercepted(Waiting waiting) throws InterruptedException {
        Packing packing = new Packing();
        WorkflowStub workflow = packing.workflow;
        try (Probe parking = Probe.of(
                        of(workflow, "executeActivity"),
                        call -> packing.park(parked -> waiting.intercept(packing, parked), call));
                Probe seeing = Probe.of(
                        of(workflow, "handleSignal", "validateUpdate", "executeUpdate", "currentTimeMillis"), call -> {
                            packing.seen.add(call.operation().name());
                            return call.proceed();
                        });
                Probe guard = Probe.guard(of(workflow, "handleQuery"), call -> {
                    throw new RefusedException("no query today");
                })) {
            workflow.start();
            assertThat(packing.parked.await(1, TimeUnit.MINUTES)).isTrue();
            assertThatThrownBy(() -> workflow.query("secret", String.class)).hasStackTraceContaining("no query today");
            assertThat(workflow.update("move", String.class)).isEqualTo("updated");
            workflow.signal("other");
            assertThatThrownBy(() -> workflow.query("secret", String.class)).hasStackTraceContaining("no query today");
            workflow.signal("go");
            packing.packed.countDown();
            assertThat(workflow.getResult(String.class)).isEqualTo("packed");
        }
        assertThat(packing.seen).contains("validateUpdate", "executeUpdate", "handleSignal", "currentTimeMillis");
    }

    /** A callback runs when its interceptor is long gone, and what it asks is asked by the workflow. */
    @Test
    void aCallbackIsTheWorkflows() throws InterruptedException {
        Packing packing = new Packing();
        try (Probe registering = Probe.of(of(packing.workflow, "executeActivity"), call -> {
                    Promise<?> promise = (Promise<?>) call.proceed();
                    promise.handle((result, failure) -> Workflow.currentTimeMillis());
                    packing.parked.countDown();
                    return promise;
                });
                Probe seeing = Probe.of(of(packing.workflow, "currentTimeMillis"), call -> {
                    packing.seen.add(call.operation().name());
                    return call.proceed();
                })) {
            packing.workflow.start();
            // Before that nobody takes the update.
            assertThat(packing.parked.await(1, TimeUnit.MINUTES)).isTrue();
            packing.packed.countDown();
            packing.workflow.update("move", String.class);
            assertThat(packing.workflow.getResult(String.class)).isEqualTo("packed");
        }
        assertThat(packing.seen).as("the callback's and the workflow's own").hasSizeGreaterThanOrEqualTo(2);
    }
}
