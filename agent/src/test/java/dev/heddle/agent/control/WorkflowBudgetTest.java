package dev.heddle.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Link;
import dev.heddle.agent.call.WorkflowTurn;
import dev.heddle.agent.settings.AgentSettings;
import dev.heddle.api.Call;
import dev.heddle.api.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of as one that holds a workflow, at times that the tests make up. */
class WorkflowBudgetTest {
    private static final long HALF = Duration.ofMinutes(30).toNanos();

    private final List<String> told = new ArrayList<>();
    private final Workflow workflow = new Workflow();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Thread holder = new Thread(this::call, "workflow-method-7");
    private WorkflowBudget budget;

    private static final class Workflow extends WorkflowTurn {
        void turn(Thread thread) {
            last = thread;
            turn++;
        }
    }

    /** Waits for the end of the test. */
    private final class Holding implements Interceptor<Call> {
        @Override
        public Object intercept(Call call) throws InterruptedException {
            inside.countDown();
            release.await();
            return null;
        }
    }

    private void call() {
        try {
            new Link(new ExtensionHealth("holding", false, 10), new Holding()).intercept(null);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private WorkflowBudget budget(String time) {
        return new WorkflowBudget(
                AgentSettings.with(Map.of("budget.workflow", time)),
                (held, duration) -> told.add(duration.toMinutes() + " min: " + held));
    }

    @BeforeEach
    void begin() throws InterruptedException {
        budget = budget("1h");
        budget.watch(workflow);
        holder.start();
        inside.await();
        // On a busy machine it may still be on its way to where it waits.
        while (holder.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        budget.end();
        release.countDown();
        holder.join();
    }

    private void look(int... times) {
        for (int time : times) {
            budget.look(HALF + time * HALF);
        }
    }

    @Test
    void oneThatHoldsAWorkflowForTooLongIsToldOfOnce() {
        workflow.turn(holder);
        look(0, 1);
        assertThat(told).isEmpty();
        look(2, 3, 4);
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("60 min: workflow-method-7, WAITING\n\tat ")
                .contains(Holding.class.getName() + ".intercept(")
                .doesNotContain("Link");
    }

    @Test
    void eachTurnIsTimedByItself() {
        for (int time = 0; time < 10; time++) {
            workflow.turn(holder);
            workflow.turn(holder);
            workflow.turn(holder);
            look(2 * time, 2 * time + 1);
            workflow.turn(holder);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void oneThatIsNotAtWorkHoldsNothing() {
        workflow.turn(holder);
        workflow.turn(holder);
        look(0, 1, 2, 3);
        assertThat(told).isEmpty();
    }

    @Test
    void whatHasGoneOnOrWaitsForTheSdkHoldsNothing() {
        StackTraceElement sleep = frame("java.lang.Thread", "sleep");
        StackTraceElement mine = frame("com.example.Mine", "intercept");
        StackTraceElement link = frame("dev.heddle.agent.call.Link", "intercept");
        StackTraceElement further = frame("dev.heddle.agent.call.CallView", "further");
        StackTraceElement sdk = frame("io.temporal.internal.sync.WorkflowThreadImpl", "yield");
        assertThat(HeldThread.of(holder, sleep, mine, link, further).interceptor())
                .isEqualTo(mine);
        assertThat(HeldThread.of(holder, sleep, mine, frame("dev.heddle.agent.call.CallCounter", "count"), link))
                .isNotNull();
        assertThat(HeldThread.of(holder, sleep, further, mine, link)).isNull();
        assertThat(HeldThread.of(holder, sleep, sdk, mine, link)).isNull();
        assertThat(HeldThread.of(holder, sleep, mine)).isNull();
        assertThat(HeldThread.of(holder, new StackTraceElement[0])).isNull();
    }

    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, null, -1);
    }

    @Test
    void whoOnlyHadNoProcessorIsNotToBlame() throws InterruptedException {
        Thread busy = new Thread(() -> {
            while (!Thread.interrupted()) {
                Thread.onSpinWait();
            }
        });
        busy.start();
        HeldThread held = new HeldThread(busy, new StackTraceElement[] {frame("com.example.Mine", "intercept")});
        assertThat(held.isStarved(0.1)).isTrue();
        assertThat(held.isStarved(0.9)).isFalse();
        busy.interrupt();
        busy.join();
        assertThat(new HeldThread(holder, held.frames()).isStarved(0)).isFalse();
    }

    @Test
    void nobodyLooksWhereNobodyWantsThat() {
        long before = lookers();
        budget("off").watch(workflow);
        assertThat(lookers()).isEqualTo(before);
    }

    @Test
    void whoLooksGoesWithTheLastWorkflowAndAtTheEnd() throws InterruptedException {
        WorkflowBudget quick = budget("1ms");
        quick.watch(new Workflow());
        budget.end();
        while (lookers() > 0) {
            System.gc();
            Thread.sleep(5);
        }
        budget.watch(workflow);
        assertThat(lookers()).isZero();
    }

    private static long lookers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("heddle-budget"))
                .count();
    }
}
