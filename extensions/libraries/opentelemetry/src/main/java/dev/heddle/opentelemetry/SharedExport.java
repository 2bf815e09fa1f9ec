package dev.heddle.opentelemetry;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * An export that many wait for: who comes while one is under way waits for the next, together with all others. After one that
 * has not succeeded nobody waits for some time, so that a collector that is down costs next to nothing. Thread-safe.
 */
final class SharedExport {
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Executor thread;
    private final BooleanSupplier export;
    private CompletableFuture<Boolean> next;
    private volatile long askAgainAt = System.nanoTime();

    /**
     * None yet.
     *
     * @param thread does one thing after the other
     * @param export whether it has succeeded
     */
    SharedExport(Executor thread, BooleanSupplier export) {
        this.thread = thread;
        this.export = export;
    }

    /** Waits for it so many milliseconds; whether all that was there before this call has been exported. */
    boolean await(long millis) {
        if (System.nanoTime() - askAgainAt < 0) {
            return false;
        }
        boolean exported = false;
        try {
            exported = join().get(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException | ExecutionException | RejectedExecutionException none) {
            // Then it waits no longer.
        }
        if (!exported) {
            askAgainAt = System.nanoTime() + PAUSE_NANOS;
        }
        return exported;
    }

    private synchronized CompletableFuture<Boolean> join() {
        if (next == null) {
            CompletableFuture<Boolean> one = new CompletableFuture<>();
            thread.execute(() -> run(one));
            next = one;
        }
        return next;
    }

    private void run(CompletableFuture<Boolean> one) {
        synchronized (this) {
            next = null;
        }
        try {
            one.complete(export.getAsBoolean());
        } catch (RuntimeException | LinkageError failure) {
            one.complete(false);
        }
    }
}
