package dev.heddle.agent.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The workers that the application has made so far. Thread-safe. */
final class CaughtWorkers {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final List<CaughtWorker> workers = new CopyOnWriteArrayList<>();

    void add(CaughtWorker worker) {
        if (workers.stream().noneMatch(known -> known.worker() == worker.worker())) {
            workers.add(worker);
        }
    }

    /** Those whose factories the application has started, in the order in which they were made. */
    List<CaughtWorker> started() {
        List<CaughtWorker> started = new ArrayList<>();
        for (CaughtWorker worker : workers) {
            if (worker.isStarted()) {
                started.add(worker);
            }
        }
        return started;
    }

    /** Waits until a worker is started; {@code false} if none is in that time. */
    boolean awaitFirst(Duration patience) throws InterruptedException {
        long begin = System.nanoTime();
        while (started().isEmpty()) {
            if (System.nanoTime() - begin > patience.toNanos()) {
                return false;
            }
            Thread.sleep(PAUSE.toMillis());
        }
        return true;
    }

    /** Waits until no worker has been started for a while. */
    void awaitQuiet(Duration quiet) throws InterruptedException {
        int known = -1;
        for (int now = started().size(); now != known; now = started().size()) {
            known = now;
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < quiet.toNanos() && started().size() == known) {
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    /** Whether the application has made any, started or not. */
    boolean isEmpty() {
        return workers.isEmpty();
    }
}
