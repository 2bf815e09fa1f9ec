package dev.heddle.agent.call;

import dev.heddle.agent.call.Rules.Seen;
import dev.heddle.api.Call;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Supplier;

/**
 * A call as one interceptor has it, which goes on at most once: how far it has come, and what has been seen of the rest.
 *
 * <pre>
 *   OPEN ──▶ UNDER_WAY ──┬──▶ RESULT ──┬──▶ OVER, when the interceptor's turn has ended
 *     │                  └──▶ FAILURE ─┤
 *     └────────────────────────────────┘
 * </pre>
 *
 * <p>These are the states of the interceptor's own thread, the only one that writes them, so that going on costs no atomic
 * instruction. Another thread that goes on leaves an {@link Elsewhere} here, atomically. Should both begin at once, each
 * says so first and then looks at what the other has said: the other thread looks for as long as a processor can
 * possibly keep a write to itself, and stands back. Were that not long enough, the later of the two would be refused where
 * the call {@linkplain AbstractCall#claimArrival() arrives}, which takes no such time for granted, once in a call.
 */
abstract class ProceedingCall implements Call {
    /** The interceptor's own thread has not gone on. */
    private static final byte OPEN = 0;

    private static final byte UNDER_WAY = 1;
    private static final byte RESULT = 2;
    private static final byte FAILURE = 3;
    /** Its turn has ended. */
    private static final byte OVER = 4;

    /** How long another thread looks; a processor keeps a write to itself for some tens of nanoseconds. */
    private static final long MOMENT_NANOS = 2_000;

    private static final AtomicReferenceFieldUpdater<ProceedingCall, Elsewhere> ELSEWHERE =
            AtomicReferenceFieldUpdater.newUpdater(ProceedingCall.class, Elsewhere.class, "elsewhere");

    private final Thread thread = Thread.currentThread();
    private byte state;
    /** What has come of going on; before that the {@link Scopes} that the interceptor has asked for. */
    private Object outcome;

    private volatile Elsewhere elsewhere;

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
        if (state != OPEN || elsewhere != null) {
            throw new IllegalStateException("the call has gone on");
        }
    }

    @Override
    public final void scope(Supplier<? extends AutoCloseable> scope) {
        Objects.requireNonNull(scope, "scope");
        checkOpen();
        outcome = new Scopes(health(), operation(), scope, scopes());
    }

    /** The scopes to go on in, or {@code null}. */
    final Scopes scopes() {
        return outcome instanceof Scopes asked ? asked : null;
    }

    /** Goes on without. */
    final void forgetScopes() {
        outcome = null;
    }

    /** Whether this is the interceptor's own thread. */
    final boolean isOnItsThread() {
        return Thread.currentThread() == thread;
    }

    @Override
    public final Object proceed() throws Throwable {
        if (!isOnItsThread()) {
            return proceedElsewhere();
        }
        if (state != OPEN) {
            throw mayNotProceed();
        }
        state = UNDER_WAY;
        if (goesOnElsewhere()) {
            state = OPEN;
            throw mayNotProceed();
        }
        try {
            Object result = onward();
            outcome = result;
            state = RESULT;
            return result;
        } catch (Throwable passing) {
            failed(passing);
            throw passing;
        }
    }

    /** Apart, so that little code is compiled for what is rare. */
    private void failed(Throwable passing) {
        outcome = passing;
        state = passing instanceof OvertakenException && goesOnElsewhere() ? OPEN : FAILURE;
    }

    private boolean goesOnElsewhere() {
        return elsewhere != null && elsewhere.hasGoneOn();
    }

    private Object proceedElsewhere() throws Throwable {
        if (confined()) {
            throw new IllegalStateException("extension " + health().name() + " called proceed() of " + operation()
                    + " on " + Thread.currentThread()
                    + "; this call goes on from the thread of its interceptor alone");
        }
        Elsewhere here = new Elsewhere();
        if (state != OPEN || !ELSEWHERE.compareAndSet(this, null, here)) {
            throw mayNotProceed();
        }
        if (isGoingOn()) {
            here.standBack();
            throw mayNotProceed();
        }
        here.goOn();
        try {
            Object result = onward();
            here.end(Seen.RESULT, result);
            return result;
        } catch (Throwable passing) {
            here.end(failure(passing), passing);
            throw passing;
        }
    }

    /** Whether the interceptor's own thread goes on; asked by another, which waits for what is not yet to be seen. */
    private boolean isGoingOn() {
        long begin = System.nanoTime();
        while (state == OPEN && System.nanoTime() - begin < MOMENT_NANOS) {
            Thread.onSpinWait();
        }
        return state != OPEN;
    }

    private static Seen failure(Object thrown) {
        return thrown instanceof Error ? Seen.ERROR : Seen.FAILURE;
    }

    private IllegalStateException mayNotProceed() {
        checkNotOver();
        return new OvertakenException();
    }

    /** Ends the turn if this answer simply is the result of going on, as most are. */
    final boolean endsWith(Object answer) {
        boolean same = state == RESULT ? answer == outcome : elsewhere != null && elsewhere.hasGiven(answer);
        if (same) {
            state = OVER;
        }
        return same;
    }

    /** Whether this is the very exception that has been seen. */
    final boolean hasSeen(Throwable thrown) {
        return thrown == outcome;
    }

    /** What the interceptor has seen by the end of its turn; one that has not gone on will not any more. */
    final Seen seen() {
        switch (state) {
            case OPEN -> {
                if (confined() || ELSEWHERE.compareAndSet(this, null, Elsewhere.NOWHERE)) {
                    state = OVER;
                    return Seen.NOTHING;
                }
                elsewhere.hasGoneOn();
                // In this order: it may end in between.
                Seen how = elsewhere.seen();
                outcome = elsewhere.outcome();
                return how;
            }
            case RESULT -> {
                state = OVER;
                return Seen.RESULT;
            }
            case FAILURE -> {
                state = OVER;
                return failure(outcome);
            }
            default -> {
                // Nobody is on the way any more: there was no stack left to say what has become of it.
                outcome = new StackOverflowError();
                return Seen.ERROR;
            }
        }
    }

    /** The result or the exception that the interceptor has seen, or {@code null} if it has not gone on. */
    final Object outcomeIf(Seen seen) {
        return seen == Seen.NOTHING ? null : outcome;
    }

    /** The outcome that the interceptor has seen, or has not waited for. */
    final Object outcome(Seen seen) throws Throwable {
        Seen last = seen;
        if (seen == Seen.UNDER_WAY) {
            elsewhere.await();
            last = elsewhere.seen();
            outcome = elsewhere.outcome();
        }
        if (last == Seen.FAILURE || last == Seen.ERROR) {
            throw (Throwable) outcome;
        }
        return outcome;
    }
}
