package dev.heddle.extension.payloadstore;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that wait for a store, and one that minds how long. They are there while there is something to do. */
final class StoreThreads implements AutoCloseable {
    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor clock;

    StoreThreads(int count) {
        workers = new ThreadPoolExecutor(
                count,
                count,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                named("heddle-payload-store"));
        workers.allowCoreThreadTimeOut(true);
        clock = new ScheduledThreadPoolExecutor(1, named("heddle-payload-store-clock"));
        clock.setRemoveOnCancelPolicy(true);
        clock.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
    }

    /** They are nobody's but the extension's: an application's loader is not to be kept by one. */
    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(null, task, name, 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(StoreThreads.class.getClassLoader());
            return thread;
        };
    }

    /**
     * Runs a task on one of the threads, and another if it has not ended in time, which counts from now.
     *
     * @throws RejectedExecutionException once they are closed
     */
    void execute(Duration timeout, Runnable task, Runnable late) {
        ScheduledFuture<?> alarm = clock.schedule(late, timeout.toMillis(), TimeUnit.MILLISECONDS);
        workers.execute(() -> {
            try {
                task.run();
            } finally {
                alarm.cancel(false);
            }
        });
    }

    @Override
    public void close() {
        workers.shutdownNow();
        clock.shutdownNow();
    }
}
