package dev.heddle.agent.call;

import dev.heddle.api.Call;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.Interceptor;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the calls of one link: those that have begun and those that have left again, each on its thread. The first
 * threads that come get a cell each, which no other writes, so that a call costs no atomic instruction; whoever finds the
 * cell of another thread in its place shares one that does. One call in 64 is measured, for to ask for the time twice takes
 * longer than all else here; none in whose midst the same thread measures another. The counts are exact. Thread-safe.
 */
public final class CallCounter {
    private static final VarHandle MEASURING;

    static {
        try {
            MEASURING = MethodHandles.lookup().findVarHandle(CallCounter.class, "measuring", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** Threads beyond this many share a cell; a worker that is busy has some. */
    private static final int CELLS = 32;

    /** Each is put there once, under the lock; whoever reads it too early sees none, and looks again there. */
    private final CallCell[] cells = new CallCell[CELLS];

    private final CallCell shared = new SharedCell();
    private final TimeSample own = new TimeSample();
    private final TimeSample rest = new TimeSample();
    /** How many calls are being measured; a thread that measures sees that one does. */
    private int measuring;

    /** None yet. */
    public CallCounter() {}

    /** Has an interceptor do its turn, and counts that. Called in one place: compiled code has all that is further in once. */
    Object count(Interceptor<Call> interceptor, Call call) throws Throwable {
        CallCell cell = cell();
        boolean measured = cell.begin();
        if (measured) {
            measure(cell, call);
        }
        try {
            return interceptor.intercept(call);
        } finally {
            if (measured) {
                measured(cell);
            }
            cell.end();
        }
    }

    /** Counts a call that is over at once, as far as anybody here can see. */
    public void countOne() {
        CallCell cell = cell();
        cell.begin();
        cell.end();
    }

    private void measure(CallCell cell, Call call) {
        MEASURING.getAndAdd(this, 1);
        cell.measure(call instanceof GrpcCall && cell.isFollowed() ? GrpcRest.of(call, rest) : null);
    }

    private void measured(CallCell cell) {
        long all = cell.measured();
        MEASURING.getAndAdd(this, -1);
        own.add(all - cell.further);
        if (cell.further > 0) {
            rest.add(cell.further);
        }
    }

    /** Whether a call is being measured, on whatever thread. */
    boolean isMeasuring() {
        return measuring > 0;
    }

    /** Notes how long what is further in has taken, for the call of this thread that is being measured, if one is. */
    void wasFurther(long nanos) {
        cell().further += nanos;
    }

    /** Where this thread counts. */
    private CallCell cell() {
        long thread = Thread.currentThread().getId();
        int place = (int) thread & CELLS - 1;
        CallCell cell = cells[place];
        if (cell == null) {
            cell = find(place, thread);
        }
        return cell.thread() == thread ? cell : shared;
    }

    private synchronized CallCell find(int place, long thread) {
        if (cells[place] == null) {
            cells[place] = new CallCell(thread);
        }
        return cells[place];
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

    private synchronized List<CallCell> all() {
        List<CallCell> all = new ArrayList<>(List.of(shared));
        for (CallCell cell : cells) {
            if (cell != null) {
                all.add(cell);
            }
        }
        return all;
    }
}
