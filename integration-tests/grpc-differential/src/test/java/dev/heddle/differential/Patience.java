package dev.heddle.differential;

import java.util.concurrent.TimeUnit;

/**
 * How long something may take before it counts as stuck: far longer than anything does. Only the time counts in which this
 * machine was at work, not that in which it was too busy or stood still.
 */
final class Patience {
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(Integer.getInteger("differential.patience", 10));
    /** How long to wait between two questions, in nanoseconds. */
    static final long STEP = TimeUnit.MILLISECONDS.toNanos(100);

    private long last = System.nanoTime();
    private long waited;

    /** Whether it is over. To be asked at intervals of at most {@link #STEP}. */
    boolean isOver() {
        long now = System.nanoTime();
        waited += Math.min(now - last, STEP);
        last = now;
        return waited > LIMIT;
    }

    /** Waits for something that waits for so many nanoseconds itself. Answers whether it has come in time. */
    static boolean await(Wait wait) {
        Patience patience = new Patience();
        try {
            while (!wait.await(STEP, TimeUnit.NANOSECONDS)) {
                if (patience.isOver()) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** One of the methods that wait for a time. */
    interface Wait {
        boolean await(long time, TimeUnit unit) throws InterruptedException;
    }
}
