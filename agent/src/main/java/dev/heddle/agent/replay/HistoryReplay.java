package dev.heddle.agent.replay;

import dev.heddle.agent.status.Replayed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One history, and what has come of it so far. Used by one thread at a time. */
final class HistoryReplay {
    private static final History.Facts NONE = new History.Facts(0, 0, 0, false, Map.of());

    private final HistorySource.Entry entry;
    private History history;
    private ReplayFailure failure;
    private long nanos;

    HistoryReplay(HistorySource.Entry entry) {
        this.entry = entry;
    }

    /**
     * Replays it by the first of the workers that knows its type.
     *
     * @param byAny whether the workers of other task queues are asked too, after those of its own
     */
    void replay(List<CaughtWorker> workers, boolean byAny) {
        long begin = System.nanoTime();
        History read = read(workers.get(0).sdk());
        if (read != null) {
            failure = new ReplayFailure(Cause.NOT_REGISTERED, "");
            for (CaughtWorker worker : inTurn(workers, read.taskQueue(), byAny)) {
                if (failure != null && failure.cause() == Cause.NOT_REGISTERED) {
                    failure = replay(worker, read);
                }
            }
            // Its events are wanted no more.
            history = read.withoutContent();
        }
        nanos = System.nanoTime() - begin;
    }

    private History read(SdkReplay sdk) {
        try {
            return entry.read(sdk);
        } catch (Exception | LinkageError unreadable) {
            failure = ReplayFailure.unreadable(unreadable);
            return null;
        } catch (OutOfMemoryError tooLarge) {
            failure = ReplayFailure.tooLarge(Runtime.getRuntime().maxMemory());
            return null;
        }
    }

    private static List<CaughtWorker> inTurn(List<CaughtWorker> workers, String taskQueue, boolean byAny) {
        List<CaughtWorker> own = new ArrayList<>();
        List<CaughtWorker> others = new ArrayList<>();
        for (CaughtWorker worker : workers) {
            (worker.taskQueue().equals(taskQueue) ? own : others).add(worker);
        }
        if (byAny) {
            own.addAll(others);
        }
        return own;
    }

    private static ReplayFailure replay(CaughtWorker worker, History history) {
        try {
            worker.replay(history);
            return null;
        } catch (Throwable thrown) {
            return ReplayFailure.of(thrown).and(worker.explain(thrown, history));
        }
    }

    /** Whether no worker that was asked knows its type. */
    boolean wantsAnotherWorker() {
        return failure != null && failure.cause() == Cause.NOT_REGISTERED;
    }

    /** Whether it may have failed because others were replayed beside it. */
    boolean mayPassAlone() {
        return failure != null
                && (failure.cause() == Cause.DEADLOCK || failure.detail().contains("Rejected"));
    }

    Replayed.History result() {
        History.Facts facts = history == null ? NONE : history.facts();
        return new Replayed.History(
                entry.place(),
                history == null ? null : history.workflowId(),
                history == null ? null : history.workflowType(),
                facts.events(),
                facts.bytes(),
                facts.largest(),
                facts.open(),
                versions(facts),
                nanos / 1_000_000,
                failure == null ? null : failure.cause().name(),
                failure == null ? null : failure.cause().words(),
                failure == null ? null : failure.detail());
    }

    private static List<Replayed.Version> versions(History.Facts facts) {
        List<Replayed.Version> versions = new ArrayList<>();
        facts.versions().forEach((change, version) -> versions.add(new Replayed.Version(change, version)));
        return versions;
    }
}
