package dev.heddle.test.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.heddle.api.Call;
import dev.heddle.api.WorkflowCall;
import dev.heddle.test.Probe;
import dev.heddle.test.Sandbox;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.client.WorkflowStub;
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
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The scope of a call is open while application code works on it, on whatever thread, and nowhere else. */
class ScopeTest {
    private static final Duration SHORT = Duration.ofMillis(10);
    private static final ActivityOptions OPTIONS = ActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofMinutes(1))
            .build();

    private final Marks marks = new Marks();
    private final Map<String, String> seen = new ConcurrentSkipListMap<>();

    private void see(String where) {
        seen.put(where, marks.here());
    }

    @AfterEach
    void eachIsClosedWhereItWasOpened() {
        assertThat(marks.faults()).isEmpty();
        Awaitility.await().until(() -> marks.open() == 0);
    }

    private Probe marking(WorkflowStub workflow) {
        String id = Sandbox.idOf(workflow);
        return Probe.of(
                call -> call.operation().category().inbound()
                        && call instanceof dev.heddle.api.TemporalCall temporal
                        && id.equals(temporal.workflowId()),
                call -> {
                    call.scope(() -> marks.open(nameOf(call.operation().name(), call.name())));
                    return call.proceed();
                });
    }

    private static String nameOf(String operation, String name) {
        return operation.equals("execute") ? name : operation;
    }

    @Test
    void everyThreadOfAWorkflow() {
        CompletablePromise<?>[] completedBySignal = new CompletablePromise<?>[1];
        AtomicBoolean done = new AtomicBoolean();
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> {
            CompletablePromise<String> bySignal = Workflow.newPromise();
            completedBySignal[0] = bySignal;
            Workflow.registerListener((DynamicQueryHandler) (name, with) -> marks.here());
            Workflow.registerListener((DynamicSignalHandler) (name, with) -> {
                see("signal");
                Async.procedure(() -> see("async of the signal")).thenApply(none -> {
                    see("callback after async of the signal");
                    return none;
                });
                bySignal.complete("by signal");
                see("signal after it has completed a promise");
                Workflow.newTimer(SHORT).thenApply(none -> {
                    see("callback of the signal's timer");
                    done.set(true);
                    return none;
                });
            });
            Workflow.registerListener(new DynamicUpdateHandler() {
                @Override
                public void handleValidate(String name, io.temporal.common.converter.EncodedValues with) {
                    see("validator");
                }

                @Override
                public Object handleExecute(String name, io.temporal.common.converter.EncodedValues with) {
                    Workflow.sleep(SHORT);
                    see("update");
                    return null;
                }
            });
            see("method");
            Promise<String> later = bySignal.thenApply(value -> {
                see("callback that a signal completes");
                return value;
            });
            Async.procedure(() -> {
                        see("async");
                        Async.function(() -> {
                                    Workflow.sleep(SHORT);
                                    see("async in async after sleeping");
                                    return 1;
                                })
                                .get();
                    })
                    .get();
            Workflow.newTimer(SHORT)
                    .thenCompose(none -> {
                        see("timer");
                        return Workflow.newTimer(SHORT);
                    })
                    .handle((none, failure) -> {
                        see("timer in timer");
                        return none;
                    })
                    .get();
            Workflow.newUntypedActivityStub(OPTIONS)
                    .executeAsync("Pack", String.class)
                    .thenApply(packed -> {
                        see("activity's callback");
                        return packed;
                    })
                    .get();
            Workflow.newUntypedLocalActivityStub(LocalActivityOptions.newBuilder()
                            .setScheduleToCloseTimeout(Duration.ofMinutes(1))
                            .build())
                    .execute("Pack", String.class);
            Workflow.sideEffect(String.class, marks::here);
            later.get();
            Workflow.await(() -> {
                see("condition");
                return done.get();
            });
            see("method at its end");
            return null;
        });
        Sandbox.activity(workflow, "Pack", arguments -> {
            see("activity");
            return "packed";
        });
        try (Probe marking = marking(workflow)) {
            workflow.start();
            // Until then there is no handler, and an update that comes with the first task is refused.
            Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> seen.containsKey("method"));
            workflow.update("move", String.class);
            assertThat(workflow.query("where", String.class)).isEqualTo("handleQuery");
            workflow.signal("go");
            workflow.getResult(Void.class);
        }
        assertThat(seen)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("method", "Script"),
                        entry("method at its end", "Script"),
                        entry("async", "Script"),
                        entry("async in async after sleeping", "Script"),
                        entry("timer", "Script"),
                        entry("timer in timer", "Script"),
                        entry("activity's callback", "Script"),
                        entry("condition", "Script"),
                        entry("callback that a signal completes", "Script"),
                        entry("signal", "handleSignal"),
                        entry("signal after it has completed a promise", "handleSignal"),
                        entry("async of the signal", "handleSignal"),
                        entry("callback after async of the signal", "handleSignal"),
                        entry("callback of the signal's timer", "handleSignal"),
                        entry("validator", "validateUpdate"),
                        entry("update", "executeUpdate"),
                        entry("activity", "Pack")));
    }

    /** The threads of a workflow that leaves the cache are unwound, each with what is open on it, and replay opens again. */
    @Test
    void evictionLeavesNothingOpen() throws Exception {
        try (Sandbox forgetful = Sandbox.forgetful()) {
            AtomicInteger begun = new AtomicInteger();
            WorkflowStub workflow = forgetful.workflow(arguments -> {
                boolean[] released = {false};
                Workflow.registerListener((DynamicSignalHandler) (name, with) -> released[0] = true);
                Promise<Void> beside = Async.procedure(() -> {
                    begun.incrementAndGet();
                    Workflow.await(() -> released[0]);
                    see("async");
                });
                Promise<Void> callback = Workflow.newTimer(SHORT).thenApply(none -> {
                    Workflow.await(() -> released[0]);
                    see("callback");
                    return none;
                });
                beside.get();
                callback.get();
                return null;
            });
            try (Probe marking = marking(workflow)) {
                workflow.start();
                Awaitility.await().until(() -> begun.get() == 1 && marks.open() == 3);
                forgetful.forgetUntil(() -> marks.open() == 0);
                assertThat(seen).isEmpty();
                workflow.signal("go");
                workflow.getResult(Void.class);
            }
            assertThat(begun).hasValueGreaterThan(1);
            assertThat(seen).isEqualTo(Map.of("async", "Script", "callback", "Script"));
        }
    }

    /** What is stored in a history is what it was without the agent, also of exceptions that the SDK catches itself. */
    @Test
    void noFrameOfHeddlesIsInStackTraces() {
        List<StackTraceElement[]> traces = new CopyOnWriteArrayList<>();
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> {
            Async.procedure(() -> traces.add(new Throwable().getStackTrace())).get();
            Workflow.newTimer(SHORT)
                    .thenApply(none -> traces.add(new Throwable().getStackTrace()))
                    .get();
            Async.procedure(() -> traces.add(Thread.currentThread().getStackTrace()))
                    .get();
            return null;
        });
        try (Probe marking = marking(workflow)) {
            workflow.start();
            workflow.getResult(Void.class);
        }
        assertThat(marks.opened()).isGreaterThanOrEqualTo(4);
        assertThat(traces)
                .hasSize(3)
                .allSatisfy(trace -> assertThat(trace)
                        .noneMatch(frame -> frame.getClassName().startsWith("dev.heddle.agent.")));
    }

    /** What a workflow asks for is on its way in a scope, and what comes of it is not. */
    @Test
    void whatLeavesIsInItsScopeOnItsWayOnly() {
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> {
            Workflow.newUntypedActivityStub(OPTIONS)
                    .executeAsync("Pack", String.class)
                    .thenApply(packed -> {
                        see("activity's callback");
                        return packed;
                    })
                    .get();
            Workflow.sideEffect(String.class, () -> {
                see("side effect");
                return "";
            });
            see("method");
            return null;
        });
        Sandbox.activity(workflow, "Pack", arguments -> "packed");
        String id = Sandbox.idOf(workflow);
        try (Probe marking = marking(workflow);
                Probe outbound = Probe.of(
                        call -> call.operation().category().outbound()
                                && call instanceof WorkflowCall ofWorkflow
                                && id.equals(ofWorkflow.workflowId()),
                        call -> {
                            call.scope(() -> marks.open(call.operation().name()));
                            return call.proceed();
                        })) {
            workflow.start();
            workflow.getResult(Void.class);
        }
        assertThat(seen)
                .isEqualTo(Map.of(
                        "activity's callback", "Script", "side effect", "sideEffect Script", "method", "Script"));
    }

    private WorkflowStub oneAsync() {
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> {
            Async.procedure(() -> see("async")).get();
            Workflow.newTimer(SHORT)
                    .thenApply(none -> {
                        see("callback");
                        return none;
                    })
                    .get();
            see("method");
            return null;
        });
        return workflow;
    }

    private static boolean executes(Call call, String workflowId) {
        return call instanceof WorkflowCall ofWorkflow
                && workflowId.equals(ofWorkflow.workflowId())
                && call.operation().name().equals("execute");
    }

    @Test
    void codeRunsWithoutAScopeThatFails() {
        WorkflowStub workflow = oneAsync();
        String id = Sandbox.idOf(workflow);
        AtomicInteger times = new AtomicInteger();
        try (Probe failing = Probe.of(call -> executes(call, id), call -> {
            call.scope(() -> marks.open("first"));
            call.scope(() -> {
                throw new NoClassDefFoundError("of the scope " + times.incrementAndGet());
            });
            call.scope(() -> {
                AutoCloseable last = marks.open("last");
                return () -> {
                    last.close();
                    throw new IllegalStateException("of the closing");
                };
            });
            call.scope(() -> null);
            return call.proceed();
        })) {
            workflow.start();
            workflow.getResult(Void.class);
        }
        assertThat(times).hasValueGreaterThanOrEqualTo(3);
        assertThat(seen).isEqualTo(Map.of("async", "last first", "callback", "last first", "method", "last first"));
    }

    /** An interceptor that fails before it goes on is skipped, and so is its scope. */
    @Test
    void theScopeOfOneThatIsSkippedIsNotOpened() {
        WorkflowStub workflow = oneAsync();
        String id = Sandbox.idOf(workflow);
        try (Probe marking = marking(workflow);
                Probe skipped = Probe.of(call -> executes(call, id), call -> {
                    call.scope(() -> marks.open("skipped"));
                    throw new IllegalStateException("before it goes on");
                })) {
            workflow.start();
            workflow.getResult(Void.class);
        }
        assertThat(seen).isEqualTo(Map.of("async", "Script", "callback", "Script", "method", "Script"));
    }

    /** The workflow task fails, and is tried again. */
    @Test
    void aGuardsScopeThatFailsFailsTheTask() throws InterruptedException {
        WorkflowStub workflow = oneAsync();
        String id = Sandbox.idOf(workflow);
        AtomicBoolean healed = new AtomicBoolean();
        CountDownLatch failed = new CountDownLatch(1);
        AtomicInteger onThread = new AtomicInteger();
        try (Probe guard = Probe.guard(call -> executes(call, id), call -> {
            boolean[] first = {true};
            call.scope(() -> {
                if (!first[0] && !healed.get()) {
                    failed.countDown();
                    throw new IllegalStateException("of a guard, time " + onThread.incrementAndGet());
                }
                first[0] = false;
                return marks.open("guarded");
            });
            return call.proceed();
        })) {
            workflow.start();
            assertThat(failed.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(seen).isEmpty();
            healed.set(true);
            workflow.getResult(Void.class);
        }
        assertThat(seen).isEqualTo(Map.of("async", "guarded", "callback", "guarded", "method", "guarded"));
    }
}
