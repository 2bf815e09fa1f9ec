package acme.library;

import java.util.Arrays;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** Begins threads in many ways. */
public final class Threads {
    private Threads() {}

    /** A thread of a class of its own. */
    public static final class Own extends Thread {
        @Override
        public void run() {
            setName("own");
        }
    }

    public static void start() {
        Thread thread = new Thread(() -> {});
        thread.setDaemon(true);
        thread.start();
    }

    public static void subclass() {
        new Own().start();
    }

    public static void pool() {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        pool.shutdown();
    }

    public static void common() {
        ForkJoinPool.commonPool().execute(() -> {});
    }

    public static void future() {
        CompletableFuture.runAsync(() -> {});
    }

    public static void parallelStream() {
        List.of(1, 2).parallelStream().forEach(each -> {});
    }

    public static void parallel() {
        IntStream.range(0, 9).parallel().sum();
    }

    public static void timer() {
        new Timer(true).cancel();
    }

    public static void sort() {
        Arrays.parallelSort(new int[] {2, 1});
    }
}
