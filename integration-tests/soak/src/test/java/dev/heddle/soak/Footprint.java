package dev.heddle.soak;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.regex.Pattern;

/**
 * What the JVM holds when nothing is under way: heap and metaspace in bytes, threads, loaded classes. Threads in the
 * pools of Temporal's workers do not count, as they come and go with the work.
 */
record Footprint(long heap, long metaspace, int threads, int classes) {
    private static final int COLLECTIONS = 4;
    private static final Pattern POOLED = Pattern.compile("(Workflow|(Local )?Activity) Executor|workflow-");

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
                (int) Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !POOLED.matcher(thread.getName()).lookingAt())
                        .count(),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    @Override
    public String toString() {
        return "heap %6.1f MiB, metaspace %6.1f MiB, %4d threads, %6d classes"
                .formatted(heap / 1048576.0, metaspace / 1048576.0, threads, classes);
    }
}
