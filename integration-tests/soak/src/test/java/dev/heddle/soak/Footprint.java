package dev.heddle.soak;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/** What the JVM holds when nothing is under way: heap and metaspace in bytes, threads, loaded classes. */
record Footprint(long heap, long metaspace, int threads, int classes) {
    private static final int COLLECTIONS = 4;

    static Footprint measure() {
        long heap = Long.MAX_VALUE;
        // Weak references and cleaners need more than one.
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            heap = Math.min(
                    heap,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
                .sum();
        return new Footprint(
                heap,
                metaspace,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    @Override
    public String toString() {
        return "heap %6.1f MiB, metaspace %6.1f MiB, %4d threads, %6d classes"
                .formatted(heap / 1048576.0, metaspace / 1048576.0, threads, classes);
    }
}
