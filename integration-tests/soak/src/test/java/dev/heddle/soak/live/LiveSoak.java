package dev.heddle.soak.live;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;

/** {@code LiveSoak FOLDER AGENT ROUNDS ADDRESS [attached]}: the application under load and its operator, in one JVM. */
public final class LiveSoak {
    private static final long MIB = 1 << 20;
    private static final int WARM = 2;

    private LiveSoak() {}

    /** Prints what came of it, and a line for each problem. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[2]);
        boolean attached = arguments.length > 4;
        Load load = new Load(arguments[3]);
        Round round = new Round(load, Path.of(arguments[0]), arguments[1]);
        load.pass();
        Held warm = null;
        for (int i = 0; i < rounds; i++) {
            round.play(attached && i == 0);
            if (i < WARM) {
                warm = Held.now();
            }
        }
        Held end = Held.now();
        System.out.println("after %d rounds: %s%nafter %d rounds: %s".formatted(WARM, warm, rounds, end));
        end.compare(warm);
        load.close();
        Tally.get().problems().forEach(problem -> System.out.println("PROBLEM " + problem));
        System.out.println(Tally.get().sent() + " calls");
        Runtime.getRuntime().halt(Tally.get().problems().isEmpty() ? 0 : 1);
    }

    /** What the JVM holds. */
    private record Held(long heap, long metaspace, int threads, int classes, int beans, long own) {
        static Held now() throws InterruptedException {
            for (int i = 0; i < 200 && ownThreads() > 0; i++) {
                Thread.sleep(100);
            }
            long heap = Long.MAX_VALUE;
            // Weak references need more than one collection.
            for (int i = 0; i < 8; i++) {
                System.gc();
                Thread.sleep(100);
                heap = Math.min(
                        heap,
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
            return new Held(
                    heap,
                    ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getName().equals("Metaspace"))
                            .mapToLong(
                                    (MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
                            .sum(),
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                    ManagementFactory.getPlatformMBeanServer().getMBeanCount(),
                    ownThreads());
        }

        /** Threads of Heddle's and of its extensions. */
        private static long ownThreads() {
            return Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().matches("(heddle|live-extension).*"))
                    .count();
        }

        void compare(Held warm) {
            boolean grown = heap - warm.heap > 16 * MIB
                    || metaspace - warm.metaspace > 6 * MIB
                    || threads - warm.threads > 16
                    || classes - warm.classes > 600
                    || beans != warm.beans
                    || own > 0;
            if (grown) {
                Tally.get().problem("the JVM has grown");
            }
        }

        @Override
        public String toString() {
            return "heap %.1f MiB, metaspace %.1f MiB, %d threads of which %d are Heddle's, %d classes, %d MBeans"
                    .formatted(heap / (double) MIB, metaspace / (double) MIB, threads, own, classes, beans);
        }
    }
}
