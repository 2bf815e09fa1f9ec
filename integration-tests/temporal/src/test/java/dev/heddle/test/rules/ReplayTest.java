package dev.heddle.test.rules;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.heddle.api.Call;
import dev.heddle.api.RefusedException;
import dev.heddle.api.WorkflowCall;
import dev.heddle.test.Probe;
import dev.heddle.test.Sandbox;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.workflow.DynamicQueryHandler;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.Workflow;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What an interceptor knows of replay and of read-only calls, and what comes out the same on replay. */
class ReplayTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private static Predicate<Call> of(WorkflowStub workflow, String... operations) {
        String id = Sandbox.idOf(workflow);
        return call -> call instanceof WorkflowCall ofWorkflow
                && id.equals(ofWorkflow.workflowId())
                && List.of(operations).contains(call.operation().name());
    }

    private static Object step() {
        LocalActivityOptions options = LocalActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofMinutes(1))
                .build();
        return Workflow.newUntypedLocalActivityStub(options).execute("Step", String.class);
    }

    /** Two steps with a signal between, open to queries. */
    private static Object twoSteps() {
        boolean[] signalled = new boolean[1];
        Workflow.registerListener((DynamicQueryHandler) (name, arguments) -> "at " + Workflow.currentTimeMillis());
        Workflow.registerListener((DynamicSignalHandler) (name, arguments) -> signalled[0] = true);
        step();
        Workflow.await(() -> signalled[0]);
        return step();
    }

    private static String describe(WorkflowCall call) {
        return call.operation().name() + (call.replaying() ? " replaying" : "") + (call.readOnly() ? " read-only" : "");
    }

    /** Runs the two steps, with a replay between them, and asks now and then. */
    private void runWithReplay(boolean queries, String name, Consumer<WorkflowCall> look) {
        try (Sandbox sandbox = Sandbox.forgetful()) {
            WorkflowStub workflow = sandbox.workflow(arguments -> twoSteps());
            Sandbox.activity(workflow, "Step", arguments -> "stepped");
            boolean[] evicted = new boolean[1];
            try (Probe eviction = Probe.of(of(workflow, "execute"), call -> {
                        try {
                            return call.proceed();
                        } catch (Error destroyed) {
                            evicted[0] = true;
                            throw destroyed;
                        }
                    });
                    Probe probe =
                            Probe.of(of(workflow, "executeLocalActivity", "handleQuery", "currentTimeMillis"), call -> {
                                look.accept((WorkflowCall) call);
                                return call.proceed();
                            })) {
                workflow.start();
                if (queries) {
                    assertThat(workflow.query(name, String.class)).startsWith("at ");
                }
                sandbox.forgetUntil(() -> evicted[0]);
                if (queries) {
                    assertThat(workflow.query(name, String.class)).startsWith("at ");
                }
                workflow.signal("go");
                assertThat(workflow.getResult(String.class)).isEqualTo("stepped");
            }
        }
    }

    @Test
    void replayingAndReadOnly() {
        runWithReplay(true, "status", call -> seen.add(describe(call)));
        assertThat(seen.stream().filter(line -> line.startsWith("executeLocal")))
                .startsWith("executeLocalActivity", "executeLocalActivity replaying")
                .endsWith("executeLocalActivity");
        assertThat(seen).filteredOn(line -> line.startsWith("handleQuery")).containsOnly("handleQuery read-only");
        assertThat(seen)
                .filteredOn(line -> line.startsWith("currentTime"))
                .isNotEmpty()
                .containsOnly("currentTimeMillis read-only");
    }

    @Test
    void newIdIsTheSameOnReplayWhateverIsAskedBetween() {
        List<UUID> steps = new CopyOnWriteArrayList<>();
        runWithReplay(true, "status", call -> {
            UUID id = call.newId();
            if (call.operation().name().equals("executeLocalActivity")) {
                steps.add(id);
            }
        });
        assertThat(steps).hasSizeGreaterThanOrEqualTo(3);
        UUID first = steps.get(0);
        UUID last = steps.get(steps.size() - 1);
        assertThat(last).isNotEqualTo(first);
        assertThat(steps.subList(0, steps.size() - 1)).containsOnly(first);
    }

    @Test
    void theLoggerIsSilentOnReplay() {
        String name = "replay." + UUID.randomUUID();
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        ((Logger) LoggerFactory.getLogger(name)).addAppender(lines);
        runWithReplay(false, "status", call -> {
            System.Logger logger = call.logger(name);
            logger.log(System.Logger.Level.WARNING, "{0}", call.operation().name());
            seen.add(logger.isLoggable(System.Logger.Level.WARNING) ? "loud" : "silent");
        });
        assertThat(seen).startsWith("loud", "silent").endsWith("loud");
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("executeLocalActivity", "executeLocalActivity");
    }

    /** On the workflow's thread; the thread that asks here replays nothing, and a query is asked now. */
    @Test
    void theLoggerOfTheSettingsIsSilentOnReplay() {
        runWithReplay(true, "status", call -> {
            boolean loud = Probe.log().isLoggable(System.Logger.Level.WARNING);
            seen.add(call.operation().name() + (loud ? " loud" : " silent"));
        });
        assertThat(seen.stream().filter(line -> line.startsWith("executeLocal")))
                .startsWith("executeLocalActivity loud", "executeLocalActivity silent")
                .endsWith("executeLocalActivity loud");
        assertThat(seen).filteredOn(line -> line.startsWith("handleQuery")).containsOnly("handleQuery loud");
        assertThat(Probe.log().isLoggable(System.Logger.Level.WARNING)).isTrue();
    }

    @Test
    void conditionsAndSideEffectsAreReadOnly() {
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> {
            Workflow.await(() -> Workflow.currentTimeMillis() > 0);
            Workflow.sideEffect(Long.class, Workflow::currentTimeMillis);
            Workflow.mutableSideEffect("id", Long.class, (a, b) -> false, Workflow::currentTimeMillis);
            return Workflow.currentTimeMillis();
        });
        try (Probe probe = Probe.of(of(workflow, "currentTimeMillis"), call -> {
            seen.add(describe((WorkflowCall) call));
            return call.proceed();
        })) {
            workflow.start();
            assertThat(workflow.getResult(Long.class)).isPositive();
        }
        assertThat(seen).last().isEqualTo("currentTimeMillis");
        assertThat(seen.subList(0, seen.size() - 1))
                .hasSizeGreaterThanOrEqualTo(3)
                .containsOnly("currentTimeMillis read-only");
    }

    @Test
    void whatAnInterceptorAsksIsNoCallOfTheWorkflow() {
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> Workflow.currentTimeMillis());
        try (Probe probe = Probe.of(of(workflow, "execute", "currentTimeMillis", "getInfo"), call -> {
            seen.add(call.operation().name());
            assertThat(Workflow.getInfo().getWorkflowId()).isEqualTo(((WorkflowCall) call).workflowId());
            assertThat(Workflow.currentTimeMillis()).isPositive();
            return call.proceed();
        })) {
            workflow.start();
            assertThat(workflow.getResult(Long.class)).isPositive();
        }
        // The sandbox asks for the workflow's ID, then the script for the time.
        assertThat(seen).containsExactly("execute", "getInfo", "currentTimeMillis");
    }

    /** Nobody waits for a signal, so a line says that it is dropped; replay brings it again, and no line. */
    @Test
    void aRefusedSignalIsToldOnce() {
        List<Boolean> replaying = new CopyOnWriteArrayList<>();
        PrintStream original = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try (Sandbox sandbox = Sandbox.forgetful()) {
            WorkflowStub workflow = sandbox.workflow(arguments -> {
                boolean[] go = new boolean[1];
                Workflow.registerListener((DynamicSignalHandler) (name, with) -> go[0] |= name.equals("go"));
                Workflow.await(() -> go[0]);
                return "gone";
            });
            boolean[] evicted = new boolean[1];
            try (Probe eviction = Probe.of(of(workflow, "execute"), call -> {
                        try {
                            return call.proceed();
                        } catch (Error destroyed) {
                            evicted[0] = true;
                            throw destroyed;
                        }
                    });
                    Probe refusal = Probe.of(of(workflow, "handleSignal"), call -> {
                        if (call.name().equals("go")) {
                            return call.proceed();
                        }
                        replaying.add(((WorkflowCall) call).replaying());
                        throw new RefusedException("not today");
                    })) {
                workflow.start();
                workflow.signal("stop");
                Awaitility.await().until(() -> !replaying.isEmpty());
                sandbox.forgetUntil(() -> evicted[0]);
                workflow.signal("go");
                assertThat(workflow.getResult(String.class)).isEqualTo("gone");
            }
            assertThat(replaying).startsWith(false).contains(true);
            assertThat(told.toString(StandardCharsets.UTF_8))
                    .containsOnlyOnce("extension probe refuses workflow inbound handleSignal stop of workflow "
                            + Sandbox.idOf(workflow) + ", which is dropped: not today");
        } finally {
            System.setErr(original);
        }
    }
}
