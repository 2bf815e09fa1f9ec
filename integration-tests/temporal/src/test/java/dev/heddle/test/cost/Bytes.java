package dev.heddle.test.cost;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what this thread allocates. */
final class Bytes {
    private static final int CALLS = 10_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    private Bytes() {}

    /** What one of many calls allocates, those before that load and link what it needs not counted. */
    static long perCall(Runnable call) {
        allocatedBy(call);
        return Math.round((double) allocatedBy(call) / CALLS);
    }

    private static long allocatedBy(Runnable call) {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        return THREADS.getThreadAllocatedBytes(thread) - before;
    }
}
