package dev.heddle.test.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.api.Call;
import dev.heddle.api.RefusedException;
import dev.heddle.api.WorkflowCall;
import dev.heddle.test.Probe;
import dev.heddle.test.Sandbox;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.common.converter.EncodedValues;
import io.temporal.workflow.DynamicQueryHandler;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.DynamicUpdateHandler;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An interceptor that waits in whatever operation of a workflow: what else reaches the workflow is intercepted. */
class ParkedPlacesTest {
    private static final LocalActivityOptions LOCAL = LocalActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofMinutes(1))
            .build();

    /** What a workflow asks for in its one step, by the operation that this is. */
    private static final Map<String, Runnable> ASKED = Map.of(
            "sleep", () -> Workflow.sleep(1),
            "newTimer", () -> Workflow.newTimer(Duration.ofMillis(1)).get(),
            "await", () -> Workflow.await(() -> true),
            "sideEffect", () -> Workflow.sideEffect(String.class, () -> "once"),
            "getVersion", () -> Workflow.getVersion("change", Workflow.DEFAULT_VERSION, 1),
            "randomUUID", Workflow::randomUUID,
            "executeLocalActivity",
                    () -> Workflow.newUntypedLocalActivityStub(LOCAL).execute("Pack", String.class));

    /** What reaches a workflow, by the operation that this is. */
    private static final Map<String, Consumer<WorkflowStub>> REACHING = Map.of(
            "handleSignal", workflow -> workflow.signal("hold"),
            "executeUpdate", workflow -> workflow.startUpdate("hold", WorkflowUpdateStage.ACCEPTED, String.class));

    @TestFactory
    Stream<DynamicTest> whereverAnInterceptorWaits() {
        return Stream.concat(
                ASKED.entrySet().stream()
                        .map(asked -> dynamicTest(
                                asked.getKey(),
                                () -> new Held(asked.getKey(), asked.getValue())
                                        .everythingElseIsIntercepted(workflow -> {}))),
                REACHING.entrySet().stream()
                        .map(reaching -> dynamicTest(
                                reaching.getKey(),
                                () -> new Held(reaching.getKey(), () -> {})
                                        .everythingElseIsIntercepted(reaching.getValue()))));
    }

    /** A workflow in which an interceptor waits until it is told to go. */
    private static final class Held {
        private final String place;
        private final Runnable step;
        private final CountDownLatch open = new CountDownLatch(1);
        private final CountDownLatch parked = new CountDownLatch(1);
        private final List<String> seen = new CopyOnWriteArrayList<>();
        private final WorkflowStub workflow = Sandbox.shared().workflow(this::run);
        private boolean released;

        Held(String place, Runnable step) {
            this.place = place;
            this.step = step;
            Sandbox.activity(workflow, "Pack", arguments -> "packed");
        }

        private Object run(EncodedValues arguments) {
            Workflow.registerListener((DynamicQueryHandler) (name, with) -> "the secret");
            Workflow.registerListener((DynamicSignalHandler) (name, with) -> released |= name.equals("go"));
            Workflow.registerListener(new DynamicUpdateHandler() {
                @Override
                public void handleValidate(String name, EncodedValues with) {}

                @Override
                public Object handleExecute(String name, EncodedValues with) {
                    return "updated";
                }
            });
            open.countDown();
            step.run();
            Workflow.await(() -> released);
            return "done";
        }

        /** Waits where the test wants it, which of signals and updates is in the one that is to hold. */
        private Object park(Call call) throws Throwable {
            if (List.of("handleSignal", "executeUpdate").contains(place)
                    && !call.name().equals("hold")) {
                return call.proceed();
            }
            if (!((WorkflowCall) call).replaying()) {
                parked.countDown();
            }
            Workflow.await(() -> released);
            return call.proceed();
        }

        private Predicate<Call> of(String... operations) {
            String id = Sandbox.idOf(workflow);
            return call -> call instanceof WorkflowCall ofWorkflow
                    && id.equals(ofWorkflow.workflowId())
                    && List.of(operations).contains(call.operation().name());
        }

        void everythingElseIsIntercepted(Consumer<WorkflowStub> reaching) throws InterruptedException {
            try (Probe parking = Probe.of(of(place), this::park);
                    Probe seeing = Probe.of(of("handleSignal", "validateUpdate", "executeUpdate"), call -> {
                        seen.add(call.operation().name() + " " + call.name());
                        return call.proceed();
                    });
                    Probe guard = Probe.guard(of("handleQuery"), call -> {
                        throw new RefusedException("no query today");
                    })) {
                workflow.start();
                // Before that nobody takes the update.
                assertThat(open.await(1, TimeUnit.MINUTES)).isTrue();
                reaching.accept(workflow);
                assertThat(parked.await(1, TimeUnit.MINUTES)).isTrue();
                assertThatThrownBy(() -> workflow.query("secret", String.class))
                        .hasStackTraceContaining("no query today");
                assertThat(workflow.update("move", String.class)).isEqualTo("updated");
                workflow.signal("other");
                assertThatThrownBy(() -> workflow.query("secret", String.class))
                        .hasStackTraceContaining("no query today");
                workflow.signal("go");
                assertThat(workflow.getResult(String.class)).isEqualTo("done");
            }
            assertThat(seen)
                    .contains("validateUpdate move", "executeUpdate move", "handleSignal other", "handleSignal go");
        }
    }
}
