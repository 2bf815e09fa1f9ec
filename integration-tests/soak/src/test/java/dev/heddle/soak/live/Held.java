package dev.heddle.soak.live;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the JVM holds while nothing of Heddle is in it, but the application works.
 *
 * @param loaders Heddle's that something reaches: what the application has made under an agent, and keeps, has those of
 *     that agent, and no later one
 */
record Held(long heap, Metaspace metaspace, int threads, int beans, int own, int loaders) {
    private static final long MIB = 1 << 20;
    /** The SDK's and the application's, in classes that are woven and set back. */
    private static final int LAMBDAS_OF_ONE_ATTACHMENT = 60;

    private static final int KIBIBYTES_OF_LAMBDAS = 120;

    /** In some runs those of the last attachment are met by a collection only when more of the application has ended. */
    private static final int LATE_LOADERS = 4;

    private static final long HEAP_OF_A_LOADER = MIB;
    private static final int CLASSES_OF_A_LOADER = 125;
    private static final int KIBIBYTES_OF_A_LOADER = 500;

    private static final Pattern LOADER =
            Pattern.compile(" (\\d+) +\\d+ +dev\\.heddle\\.agent\\.\\S+\\.(AgentLoader|ExtensionLoader)\\b");

    static Held now() throws InterruptedException {
        for (int i = 0; i < 600 && ownThreads() > 0; i++) {
            Thread.sleep(100);
        }
        // What workflows that have ended had, goes collection by collection.
        int loaders = loadersNow();
        for (int same = 0; loaders > 0 && same < 20; same++) {
            Thread.sleep(100);
            System.gc();
            int fewer = loadersNow();
            if (fewer < loaders) {
                loaders = fewer;
                same = 0;
            }
        }
        long heap = Long.MAX_VALUE;
        // What is only reachable weakly, or has a finalizer, needs more than one collection.
        for (int i = 0; i < 8; i++) {
            System.gc();
            Thread.sleep(100);
            heap = Math.min(
                    heap,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return new Held(
                heap,
                Metaspace.now(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ManagementFactory.getPlatformMBeanServer().getMBeanCount(),
                ownThreads(),
                loadersNow());
    }

    /** Threads of Heddle's and of its extensions. */
    private static int ownThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(heddle|live-extension).*"))
                .count();
    }

    /** Class loaders of Heddle's that something reaches. */
    static int loadersNow() {
        String histogram = DiagnosticCommand.run("gcClassHistogram");
        int loaders = 0;
        for (Matcher line = LOADER.matcher(histogram); line.find(); ) {
            loaders += Integer.parseInt(line.group(1));
        }
        return loaders;
    }

    /** Whether the JVM holds more than it did; an application that works loads classes of its own meanwhile. */
    boolean isMoreThan(Held warm, int rounds) {
        int late = Math.max(0, loaders - warm.loaders);
        return heap - warm.heap > 4 * MIB + late * HEAP_OF_A_LOADER
                || metaspace.kibibytes() - warm.metaspace.kibibytes()
                        > (2 << 10) + rounds * KIBIBYTES_OF_LAMBDAS + late * KIBIBYTES_OF_A_LOADER
                || metaspace.classes() - warm.metaspace.classes() > 200 + late * CLASSES_OF_A_LOADER
                || metaspace.lambdas() - warm.metaspace.lambdas() > rounds * LAMBDAS_OF_ONE_ATTACHMENT
                || threads - warm.threads > 16
                || beans != warm.beans
                || own > 0
                || late > LATE_LOADERS;
    }

    @Override
    public String toString() {
        return ("heap %.1f MiB, metaspace %.1f MiB, %d threads of which %d are Heddle's, %d classes and %d of lambdas, "
                        + "%d MBeans, %d loaders of Heddle's")
                .formatted(
                        heap / (double) MIB,
                        metaspace.kibibytes() / 1024.0,
                        threads,
                        own,
                        metaspace.classes(),
                        metaspace.lambdas(),
                        beans,
                        loaders);
    }
}
