package dev.heddle.benchmarks.load;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Calls at a steady rate, whether or not the earlier ones are answered. A latency counts from when the call should have
 * been made, so that one slow answer is not hidden by the calls that it kept from being made.
 */
final class OpenLoop {
    private static final long LONGEST_NANOSECONDS = 60_000_000_000L;

    /** The first part is not counted, in which the load settles. */
    private static final double SETTLING = 0.2;

    private final double periodNanoseconds;

    OpenLoop(double perSecond) {
        this.periodNanoseconds = 1e9 / perSecond;
    }

    /** Runs calls, each of which says when it is answered, and returns their latencies in nanoseconds. */
    Histogram run(double seconds, Consumer<Runnable> call) {
        Histogram latencies = new ConcurrentHistogram(LONGEST_NANOSECONDS, 3);
        long calls = (long) (seconds * 1e9 / periodNanoseconds);
        long counted = (long) (calls * SETTLING);
        long begin = System.nanoTime();
        for (long i = 0; i < calls; i++) {
            long intended = begin + (long) (i * periodNanoseconds);
            for (long early; (early = intended - System.nanoTime()) > 0; ) {
                LockSupport.parkNanos(early);
            }
            boolean counts = i >= counted;
            call.accept(() -> {
                if (counts) {
                    latencies.recordValue(Math.min(LONGEST_NANOSECONDS, System.nanoTime() - intended));
                }
            });
        }
        // Those that have no answer yet are waited for: they are the slowest.
        long patience = System.nanoTime() + LONGEST_NANOSECONDS / 6;
        while (latencies.getTotalCount() < calls - counted && System.nanoTime() < patience) {
            LockSupport.parkNanos(1_000_000);
        }
        return latencies;
    }
}
