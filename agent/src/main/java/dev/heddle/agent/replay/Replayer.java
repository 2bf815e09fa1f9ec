package dev.heddle.agent.replay;

import dev.heddle.agent.status.Replayed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Replays histories in three turns: each by the worker of its own task queue as soon as that is started; what has none, or
 * none that knows its type, by any worker, once the application has made all; and by itself alone what may have failed for
 * want of time, for many workflows at once on a cold JVM are slower than they will be.
 */
final class Replayer {
    private final ReplayPlan plan;
    private final CaughtWorkers workers;
    private final ReplayFiles files;
    private int done;
    private int failed;
    private int all;

    Replayer(ReplayPlan plan, CaughtWorkers workers, ReplayFiles files) {
        this.plan = plan;
        this.workers = workers;
        this.files = files;
    }

    /** What came of each, in their order. */
    List<Replayed.History> replay(List<HistorySource.Entry> entries) throws Exception {
        all = entries.size();
        // Not daemons: an application whose main has ended goes on.
        ExecutorService threads = Executors.newFixedThreadPool(plan.parallel());
        List<HistoryReplay> replays = entries.stream().map(HistoryReplay::new).toList();
        turn(threads, replays, workers.started(), false);
        List<HistoryReplay> others =
                replays.stream().filter(HistoryReplay::wantsAnotherWorker).toList();
        if (!others.isEmpty()) {
            workers.awaitQuiet(plan.quiet());
            turn(threads, others, workers.started(), true);
        }
        for (HistoryReplay each : replays) {
            if (each.mayPassAlone()) {
                threads.submit(() -> each.replay(workers.started(), true)).get();
            }
        }
        threads.shutdown();
        return replays.stream().map(HistoryReplay::result).toList();
    }

    private void turn(ExecutorService threads, List<HistoryReplay> replays, List<CaughtWorker> by, boolean last)
            throws Exception {
        List<Future<?>> turns = new ArrayList<>();
        for (HistoryReplay each : replays) {
            turns.add(threads.submit(() -> {
                each.replay(by, last);
                if (last || !each.wantsAnotherWorker()) {
                    tell(each);
                }
            }));
        }
        for (Future<?> turn : turns) {
            turn.get();
        }
    }

    private synchronized void tell(HistoryReplay replay) {
        done++;
        failed += replay.result().passed() ? 0 : 1;
        files.progress(done, failed, all);
    }
}
