package dev.heddle.benchmarks.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Many who call at once, so that the JVM compiles what they go through: over the network one caller alone would take as
 * many times longer.
 */
final class Crowd {
    private static final int CALLERS = 16;

    private Crowd() {}

    /** Makes so many calls. */
    static void call(int calls, Runnable call) {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            CompletableFuture.allOf(IntStream.range(0, CALLERS)
                            .mapToObj(i -> CompletableFuture.runAsync(() -> repeat(calls / CALLERS, call), callers))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            callers.shutdown();
        }
    }

    private static void repeat(int times, Runnable call) {
        for (int i = 0; i < times; i++) {
            call.run();
        }
    }
}
