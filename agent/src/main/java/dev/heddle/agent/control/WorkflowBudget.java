package dev.heddle.agent.control;

import dev.heddle.agent.call.TurnWatch;
import dev.heddle.agent.call.WorkflowTurn;
import dev.heddle.agent.log.AgentLog;
import dev.heddle.agent.settings.AgentSetting;
import dev.heddle.agent.settings.AgentSettings;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Notices interceptors that hold the thread of a workflow for longer than {@code heddle.budget.workflow}: the SDK takes a
 * workflow that does not go on for a second for deadlocked, and does not know who is to blame.
 *
 * <p>A daemon looks every now and then at what the calls leave of their own accord. It is there as long as there are
 * workflows in the cache of a worker, and holds nothing of theirs. Thread-safe.
 */
final class WorkflowBudget implements TurnWatch, Runnable {
    private static final String NONE = "off";

    private final long budget;
    private final BiConsumer<HeldThread, Duration> told;
    private final List<Watched> workflows = new ArrayList<>();
    private Thread thread;
    private boolean over;

    /** A workflow, and what was seen of it last. */
    private static final class Watched extends WeakReference<WorkflowTurn> {
        private int turn;
        private long since;
        private boolean told;
        private long cpu;
        private long cpuSince;

        Watched(WorkflowTurn workflow) {
            super(workflow);
        }

        void begin(int next, long now) {
            turn = next;
            since = now;
            told = false;
            cpuSince = 0;
        }

        /** Which share of a processor the holder has had since it was looked at for the second time: only then it matters. */
        double cpu(Thread holder, long now) {
            long all = HeldThread.cpuNanos(holder);
            if (cpuSince == 0) {
                cpu = all;
                cpuSince = now;
                return 1;
            }
            return (double) (all - cpu) / Math.max(1, now - cpuSince);
        }
    }

    /** Tells somebody of each turn that takes too long, once, on a thread of its own. */
    WorkflowBudget(AgentSettings settings, BiConsumer<HeldThread, Duration> told) {
        // Loaded now: a workflow is first watched on its own thread.
        Objects.requireNonNull(Watched.class);
        this.budget = settings.get(AgentSetting.BUDGET_WORKFLOW).equalsIgnoreCase(NONE)
                ? 0
                : settings.duration(AgentSetting.BUDGET_WORKFLOW).toNanos();
        this.told = told;
    }

    @Override
    public synchronized void watch(WorkflowTurn workflow) {
        if (budget > 0 && !over) {
            workflows.add(new Watched(workflow));
            if (thread == null) {
                thread = AgentThread.of("heddle-budget", this);
                thread.start();
            }
        }
    }

    /** Looks no more. */
    synchronized void end() {
        over = true;
        workflows.clear();
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public void run() {
        try {
            while (isWanted()) {
                Thread.sleep(Math.max(1, budget / 2 / 1_000_000));
                look(System.nanoTime());
            }
        } catch (InterruptedException ended) {
            // By the end of it.
        } catch (RuntimeException | LinkageError failure) {
            AgentLog.get().error("the agent failed when it looked after interceptors, and looks no more", failure);
        }
    }

    /** Looks at all, at a time as the system counts it. */
    void look(long now) {
        for (Watched each : all()) {
            look(each, now);
        }
    }

    /** Whether this thread is to go on: there are workflows, and it has no successor. */
    private synchronized boolean isWanted() {
        workflows.removeIf(each -> each.refersTo(null));
        if (thread == Thread.currentThread() && workflows.isEmpty()) {
            thread = null;
        }
        return thread == Thread.currentThread();
    }

    private synchronized List<Watched> all() {
        return List.copyOf(workflows);
    }

    private void look(Watched watched, long now) {
        WorkflowTurn workflow = watched.get();
        int turn = workflow == null ? 0 : workflow.turn();
        if (turn != watched.turn) {
            watched.begin(turn, now);
        } else if ((turn & 1) == 1 && !watched.told) {
            Thread holder = workflow.thread();
            double cpu = watched.cpu(holder, now);
            HeldThread held = now - watched.since < budget ? null : HeldThread.of(holder);
            if (held != null && !held.isStarved(cpu) && workflow.turn() == turn) {
                watched.told = true;
                told.accept(held, Duration.ofNanos(now - watched.since));
            }
        }
    }
}
