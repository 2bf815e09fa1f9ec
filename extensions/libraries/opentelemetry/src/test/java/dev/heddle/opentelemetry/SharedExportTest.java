package dev.heddle.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits for which export. */
class SharedExportTest {
    private static final long PATIENCE_MILLIS = 60_000;

    private final ExecutorService waiting = Executors.newCachedThreadPool();
    /** What the thread is to do, which the test has it do. */
    private final Deque<Runnable> asked = new ArrayDeque<>();

    private int exports;
    private boolean succeeds = true;
    private final SharedExport export = new SharedExport(this::ask, () -> {
        exports++;
        return succeeds;
    });

    @AfterEach
    void end() {
        waiting.shutdownNow();
    }

    private synchronized void ask(Runnable work) {
        asked.add(work);
        notifyAll();
    }

    private synchronized Runnable next() throws InterruptedException {
        while (asked.isEmpty()) {
            wait(PATIENCE_MILLIS);
        }
        return asked.remove();
    }

    private CompletableFuture<Boolean> begin() {
        return CompletableFuture.supplyAsync(() -> export.await(PATIENCE_MILLIS), waiting);
    }

    /** Which has what was there before; who comes once it has begun waits for the next. */
    @Test
    void whoComesLaterWaitsForTheNext() throws Exception {
        CompletableFuture<Boolean> first = begin();
        Runnable one = next();
        one.run();
        assertThat(first.get(1, TimeUnit.MINUTES)).isTrue();
        CompletableFuture<Boolean> second = begin();
        Runnable other = next();
        assertThat(second).isNotDone();
        other.run();
        assertThat(second.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(exports).isEqualTo(2);
    }

    @Test
    void afterAFailureNobodyWaits() throws Exception {
        succeeds = false;
        CompletableFuture<Boolean> failed = begin();
        next().run();
        assertThat(failed.get(1, TimeUnit.MINUTES)).isFalse();
        succeeds = true;
        assertThat(export.await(PATIENCE_MILLIS)).isFalse();
        assertThat(exports).isEqualTo(1);
    }

    @Test
    void oneThatTakesItsTimeIsAFailure() {
        assertThat(export.await(1)).isFalse();
        assertThat(export.await(PATIENCE_MILLIS)).isFalse();
        assertThat(asked).hasSize(1);
    }
}
