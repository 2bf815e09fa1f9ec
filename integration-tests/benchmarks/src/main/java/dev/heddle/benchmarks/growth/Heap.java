package dev.heddle.benchmarks.growth;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/** What is alive in this JVM. */
final class Heap {
    private static final int COLLECTIONS = 3;

    private Heap() {}

    /** Bytes of the heap, after collections that leave only what is reachable. */
    static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The same and what the JVM keeps of classes. */
    static long usedWithClasses() {
        return used()
                + ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getName().contains("etaspace"))
                        .filter(pool -> !pool.getName().contains("Compressed"))
                        .map(MemoryPoolMXBean::getUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum();
    }
}
