package dev.heddle.differential;

import io.grpc.Deadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The time that deadlines are measured by, which passes when a script says so. */
final class FakeTime extends Deadline.Ticker {
    private final List<Timer<?>> timers = new ArrayList<>();
    private volatile long now = TimeUnit.HOURS.toNanos(1);

    @Override
    public long nanoTime() {
        return now;
    }

    /** Lets time pass, which makes timers due. */
    void advance(long nanos) {
        now += nanos;
    }

    /**
     * Takes a timer that is due, in the order of the names of what they are for, or against it: two ends may set theirs
     * at the same time, in either order.
     */
    synchronized Runnable takeDue(boolean last) {
        Comparator<Timer<?>> order = Comparator.comparing(timer -> timer.name);
        Timer<?> found = timers.stream()
                .filter(timer -> timer.due <= now && !timer.isDone())
                .min(last ? order.reversed() : order)
                .orElse(null);
        timers.remove(found);
        return found;
    }

    /** Sets a timer for something with a name. */
    synchronized <V> ScheduledFuture<V> set(String name, Callable<V> task, long delay, TimeUnit unit) {
        Timer<V> timer = new Timer<>(name, task, now + unit.toNanos(delay));
        timers.add(timer);
        return timer;
    }

    /** Where the library sets its timers. */
    ScheduledExecutorService scheduler() {
        return new Scheduler();
    }

    private final class Timer<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final String name;
        private final long due;

        Timer(String name, Callable<V> task, long due) {
            super(task);
            this.name = name;
            this.due = due;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - now, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    private final class Scheduler extends AbstractExecutorService implements ScheduledExecutorService {
        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            return set(
                    task.getClass().getName(),
                    () -> {
                        task.run();
                        return null;
                    },
                    delay,
                    unit);
        }

        @Override
        public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
            return set(task.getClass().getName(), task, delay, unit);
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long first, long period, TimeUnit unit) {
            return schedule(task, first, unit);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long delay, TimeUnit unit) {
            return schedule(task, first, unit);
        }

        @Override
        public void execute(Runnable task) {
            schedule(task, 0, TimeUnit.NANOSECONDS);
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
