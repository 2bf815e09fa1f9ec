package dev.heddle.agent.call;

import dev.heddle.api.Call;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Counts the calls of one link: those that have begun and those that have left again, each on its thread. The first
 * threads that come get a cell each, which no other writes, so that a call costs no atomic instruction; whoever finds the
 * cell of another thread in its place shares one that does. One call in 64 is measured, for to ask for the time twice takes
 * longer than all else here. The counts are exact; a measured call in whose midst the same thread makes another of the same
 * kind is not. Thread-safe.
 */
public final class CallCounter {
    /** Threads beyond this many share a cell; a worker that is busy has some. */
    private static final int CELLS = 32;

    private final AtomicReferenceArray<CallCell> cells = new AtomicReferenceArray<>(CELLS);
    private final CallCell shared = new SharedCell();
    private final TimeSample own = new TimeSample();
    private final TimeSample rest = new TimeSample();
    private final AtomicInteger measuring = new AtomicInteger();

    /** None yet. */
    public CallCounter() {}

    /** Has an interceptor do its turn, and counts that. */
    Object count(Interceptor<Call> interceptor, Call call) throws Throwable {
        CallCell cell = cell();
        cell.begin();
        if (cell.isSampled()) {
            return measure(interceptor, call, cell);
        }
        try {
            return interceptor.intercept(call);
        } finally {
            cell.end();
        }
    }

    /** Counts a call that is over at once, as far as anybody here can see. */
    public void countOne() {
        CallCell cell = cell();
        cell.begin();
        cell.end();
    }

    private Object measure(Interceptor<Call> interceptor, Call call, CallCell cell) throws Throwable {
        measuring.incrementAndGet();
        cell.further = 0;
        GrpcRest later = call instanceof GrpcCall && cell.isFollowed() ? GrpcRest.of(call, rest) : null;
        long begin = System.nanoTime();
        long outer = cell.measuredSince(begin == 0 ? 1 : begin);
        try {
            return interceptor.intercept(call);
        } finally {
            long all = System.nanoTime() - begin;
            measuring.decrementAndGet();
            cell.measuredSince(outer);
            if (later != null) {
                later.left(all);
            }
            cell.end();
            own.add(all - cell.further);
            if (cell.further > 0) {
                rest.add(cell.further);
            }
        }
    }

    /** Whether a call is being measured, on whatever thread. */
    boolean isMeasuring() {
        return measuring.getPlain() > 0;
    }

    /** Notes how long what is further in has taken, for the call of this thread that is being measured. */
    void wasFurther(long nanos) {
        cell().further += nanos;
    }

    /** Where this thread counts. */
    private CallCell cell() {
        long thread = Thread.currentThread().getId();
        int place = (int) thread & CELLS - 1;
        CallCell cell = cells.get(place);
        return cell == null || cell.thread() != thread ? find(place, thread) : cell;
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

    /** How long the oldest of the measured calls that are under way has been, in nanoseconds; 0 if there is none. */
    public long oldest() {
        long now = System.nanoTime();
        long oldest = 0;
        for (CallCell cell : all()) {
            long since = cell.since();
            if (since != 0) {
                oldest = Math.max(oldest, now - since);
            }
        }
        return oldest;
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
