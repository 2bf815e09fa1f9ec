package dev.heddle.agent.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Counts the calls of one link: those that have begun and those that have left again, each on its thread. The first
 * threads that come get a cell each, which no other writes, so that a call costs no atomic instruction; whoever finds the
 * cell of another thread in its place shares one that does. Exact; thread-safe.
 */
public final class CallCounter {
    /** Threads beyond this many share a cell; a worker that is busy has some. */
    private static final int CELLS = 32;

    private final AtomicReferenceArray<CallCell> cells = new AtomicReferenceArray<>(CELLS);
    private final CallCell shared = new SharedCell();
    private final TimeSample own = new TimeSample();
    private final TimeSample rest = new TimeSample();

    /** None yet. */
    public CallCounter() {}

    /** Counts a call that begins on this thread; it is to end on the cell. */
    public CallCell begin() {
        long thread = Thread.currentThread().getId();
        int place = (int) thread & CELLS - 1;
        CallCell cell = cells.get(place);
        if (cell == null || cell.thread() != thread) {
            cell = find(place, thread);
        }
        cell.begin();
        return cell;
    }

    private CallCell find(int place, long thread) {
        if (cells.get(place) == null && cells.compareAndSet(place, null, new CallCell(thread))) {
            return cells.get(place);
        }
        return shared;
    }

    /** Time in the interceptor itself. */
    public TimeSample own() {
        return own;
    }

    /** Time further in. */
    public TimeSample rest() {
        return rest;
    }

    /** How many have left. */
    public long ended() {
        long sum = 0;
        for (CallCell cell : all()) {
            sum += cell.ended();
        }
        return sum;
    }

    /** How many have begun; asked after {@link #ended} so that there are not less of them. */
    public long begun() {
        long sum = 0;
        for (CallCell cell : all()) {
            sum += cell.begun();
        }
        return sum;
    }

    private List<CallCell> all() {
        List<CallCell> all = new ArrayList<>(List.of(shared));
        for (int i = 0; i < CELLS; i++) {
            CallCell cell = cells.get(i);
            if (cell != null) {
                all.add(cell);
            }
        }
        return all;
    }
}
