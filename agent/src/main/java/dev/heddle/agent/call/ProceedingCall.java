package dev.heddle.agent.call;

import dev.heddle.agent.call.Rules.Seen;
import dev.heddle.api.Call;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * A call as one interceptor has it, which goes on at most once: how far it has come, and what has been seen of the rest.
 *
 * <pre>
 *                 ┌──▶ UNDER_WAY ─────────────┬──▶ RESULT ──┐
 *   OPEN ─────────┤                           ├──▶ FAILURE ─┼──▶ OVER, when the interceptor's turn has ended
 *     │           └──▶ LEAVING ──▶ ELSEWHERE ─┘             │
 *     └─────────────────────────────────────────────────────┘
 * </pre>
 *
 * <p>Going on is claimed by one atomic instruction, because the interceptor's thread and another may try at once. A call
 * that is {@linkplain Chain#confined() confined} to a thread needs none. Only who has made the claim writes the outcome,
 * and the state after it.
 */
abstract class ProceedingCall implements Call {
    /** The interceptor has not gone on. */
    private static final int OPEN = 0;
    /** It goes on, and its own thread with it. */
    private static final int UNDER_WAY = 1;
    /** It goes on on another thread: for an instant, until the outcome is that {@link Elsewhere}. */
    private static final int LEAVING = 2;

    private static final int ELSEWHERE = 3;
    private static final int RESULT = 4;
    private static final int FAILURE = 5;
    /** Its turn has ended. */
    private static final int OVER = 6;

    private static final AtomicIntegerFieldUpdater<ProceedingCall> STATE =
            AtomicIntegerFieldUpdater.newUpdater(ProceedingCall.class, "state");

    private final Thread thread = Thread.currentThread();
    private volatile int state;
    private Object outcome;

    /** Goes on to what is further in, as an interceptor asks or as if this one were not there. */
    abstract Object onward() throws Throwable;

    /** Whether the call must stay on its thread. */
    abstract boolean confined();

    /** Who has this view. */
    abstract ExtensionHealth health();

    /**
     * To be called before what has no effect any more once the interceptor's turn has ended.
     *
     * @throws IllegalStateException if it has
     */
    final void checkNotOver() {
        if (state == OVER) {
            throw new IllegalStateException("the call is over");
        }
    }

    /**
     * To be called before what has no effect any more once the call has gone on.
     *
     * @throws IllegalStateException if it has
     */
    protected final void checkOpen() {
        checkNotOver();
        if (state != OPEN) {
            throw new IllegalStateException("the call has gone on");
        }
    }

    @Override
    public final Object proceed() throws Throwable {
        if (Thread.currentThread() != thread) {
            return proceedElsewhere();
        }
        if (!claim(UNDER_WAY)) {
            throw mayNotProceed();
        }
        try {
            Object result = onward();
            outcome = result;
            STATE.lazySet(this, RESULT);
            return result;
        } catch (Throwable passing) {
            outcome = passing;
            STATE.lazySet(this, FAILURE);
            throw passing;
        }
    }

    private boolean claim(int as) {
        if (confined()) {
            boolean open = state == OPEN;
            if (open) {
                STATE.lazySet(this, as);
            }
            return open;
        }
        return STATE.compareAndSet(this, OPEN, as);
    }

    private Object proceedElsewhere() throws Throwable {
        if (confined()) {
            throw new IllegalStateException("extension " + health().name() + " called proceed() of " + operation()
                    + " on " + Thread.currentThread()
                    + "; this call goes on from the thread of its interceptor alone");
        }
        if (!claim(LEAVING)) {
            throw mayNotProceed();
        }
        Elsewhere elsewhere = new Elsewhere(Thread.currentThread());
        outcome = elsewhere;
        state = ELSEWHERE;
        try {
            Object result = onward();
            end(elsewhere, RESULT, result);
            return result;
        } catch (Throwable passing) {
            end(elsewhere, FAILURE, passing);
            throw passing;
        }
    }

    private void end(Elsewhere elsewhere, int as, Object with) {
        outcome = with;
        state = as;
        elsewhere.end();
    }

    private IllegalStateException mayNotProceed() {
        checkNotOver();
        return new IllegalStateException("proceed() was called before, and no call runs twice");
    }

    /** Ends the turn if this answer simply is the result of going on, as most are. */
    final boolean endsWith(Object answer) {
        boolean same = state == RESULT && answer == outcome;
        if (same) {
            STATE.lazySet(this, OVER);
        }
        return same;
    }

    /** Whether this is the very exception that has been seen. */
    final boolean hasSeen(Throwable thrown) {
        return thrown == outcome;
    }

    /** What the interceptor has seen by the end of its turn; one that has not gone on will not any more. */
    final Seen seen() {
        if (claim(OVER)) {
            return Seen.NOTHING;
        }
        while (state == LEAVING) {
            Thread.onSpinWait();
        }
        switch (state) {
            case RESULT -> {
                STATE.lazySet(this, OVER);
                return Seen.RESULT;
            }
            case FAILURE -> {
                STATE.lazySet(this, OVER);
                return outcome instanceof Error ? Seen.ERROR : Seen.FAILURE;
            }
            case UNDER_WAY -> {
                // Nobody is on the way any more: there was no stack left to say what has become of it.
                outcome = new StackOverflowError();
                return Seen.ERROR;
            }
            default -> {
                return Seen.UNDER_WAY;
            }
        }
    }

    /** The result or the exception that the interceptor has seen, or {@code null} if it has not gone on. */
    final Object outcomeIf(Seen seen) {
        return seen == Seen.NOTHING ? null : outcome;
    }

    /** The outcome that the interceptor has seen, or has not waited for. */
    final Object outcome(Seen seen) throws Throwable {
        boolean failed = seen == Seen.FAILURE || seen == Seen.ERROR;
        if (seen == Seen.UNDER_WAY) {
            while (state == ELSEWHERE) {
                // Not for the instant in which the outcome is there and the state does not say so yet.
                if (outcome instanceof Elsewhere elsewhere) {
                    elsewhere.await();
                }
            }
            failed = state == FAILURE;
        }
        if (failed) {
            throw (Throwable) outcome;
        }
        return outcome;
    }
}
