package dev.heddle.differential;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** An executor whose tasks wait until it is told to run them, on a thread of its own. */
final class Gate implements Executor {
    private final World world;
    private final String role;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    Gate(World world, String role) {
        this.world = world;
        this.role = role;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs what there is and what comes meanwhile. Answers whether there was anything. */
    boolean drain() {
        if (tasks.isEmpty()) {
            return false;
        }
        if (!Workers.run(role, this::runAll)) {
            world.stuck("the executor " + role);
        }
        return true;
    }

    private void runAll() {
        for (Runnable task; (task = tasks.poll()) != null; ) {
            // The library brings the callbacks of a call as one task, again and again. What one has brought about
            // belongs
            // to the same turn, whether it comes while the task runs or just after.
            do {
                run(task);
                world.flow().rest();
            } while (tasks.remove(task));
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable thrown) {
            world.trace().add("executor", "a task throws " + Describe.thrown(thrown));
        }
    }

    @Override
    public String toString() {
        return role;
    }
}
