package dev.heddle.agent.call;

import dev.heddle.agent.call.Rules.Seen;

/**
 * A call that goes on on another thread than its interceptor's. The interceptor's thread is the application's: while it
 * waits here, an interrupt is for the call, and so it is passed on to where the call is. Thread-safe.
 */
final class Elsewhere {
    /** In the place of one where no other thread may go on any more; it holds no thread, and by that no application. */
    static final Elsewhere NOWHERE = new Elsewhere(null);

    static {
        NOWHERE.standBack();
    }

    private final Thread thread;
    /** Not yet decided if {@code null}. */
    private volatile Boolean goesOn;

    private Seen seen = Seen.UNDER_WAY;
    private Object outcome;
    private boolean interrupted;

    /** On the thread at hand. */
    Elsewhere() {
        this(Thread.currentThread());
    }

    private Elsewhere(Thread thread) {
        this.thread = thread;
    }

    /** The interceptor's own thread goes on. */
    void standBack() {
        goesOn = false;
    }

    /** This one does. */
    void goOn() {
        goesOn = true;
    }

    /** Whether this one does, as soon as that is decided. */
    boolean hasGoneOn() {
        while (goesOn == null) {
            Thread.onSpinWait();
        }
        return goesOn;
    }

    /** Says how the call has ended, on its thread; an interrupt that it has not taken goes back to where it came from. */
    synchronized void end(Seen how, Object with) {
        seen = how;
        outcome = with;
        if (interrupted) {
            interrupted = Thread.interrupted();
        }
        notifyAll();
    }

    /** How the call has ended, if it has. */
    synchronized Seen seen() {
        return seen;
    }

    /** The result, or the exception. */
    synchronized Object outcome() {
        return outcome;
    }

    /** Whether this is the call's result. */
    synchronized boolean hasGiven(Object answer) {
        return seen == Seen.RESULT && outcome == answer;
    }

    /** Waits until the call has ended. */
    synchronized void await() {
        while (seen == Seen.UNDER_WAY) {
            try {
                wait();
            } catch (InterruptedException ofTheApplication) {
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
