package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.grpc.CallbackExecutor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where two meet: an attempt that ends, and the interceptor that decides what becomes of it or tries again. The
 * interceptor is told on the thread that ends the attempt. What it decides there is done there, what it decides later on
 * the library's executor, and once.
 */
final class HeldEnd<H extends HeldEnd.Held> {
    /** An attempt. */
    interface Held {
        /** Tells the interceptor what has come. */
        void bring();

        /** Whether that is a response, and no failure. */
        boolean endedWell();
    }

    /** The library's, in whose place this calls the application back. */
    private static final Logger LOG = Logger.getLogger("io.grpc.internal.ClientCallImpl");

    private final CallbackExecutor executor;
    /** The attempt that has ended, while the interceptor takes its time. */
    private H held;
    /** The thread that tells the interceptor. */
    private Thread teller;

    private Consumer<H> decision;
    private WaitLimit limit;
    /** What becomes of an attempt, when the application has cancelled the call. */
    private Consumer<H> cancellation;

    private boolean over;

    HeldEnd(CallbackExecutor executor) {
        this.executor = executor;
    }

    /** Whether the application has been told the end, or is about to be. */
    synchronized boolean isOver() {
        return over;
    }

    synchronized boolean isHeld() {
        return held != null;
    }

    /** Whether it is not for the interceptor any more to try again. */
    synchronized boolean isSettled() {
        return over || decision != null || cancellation != null;
    }

    /** Lets go of the attempt that has ended, for another, unless it is settled. */
    synchronized boolean tryAgain() {
        if (isSettled()) {
            return false;
        }
        held = null;
        stopWaiting();
        return true;
    }

    /** The application has got an exception for an end; another passes as it comes. */
    synchronized void passNext() {
        over = false;
        held = null;
    }

    /** The application has cancelled the call, and waits for no interceptor; says whether an attempt is held. */
    synchronized boolean cancel(Consumer<H> then) {
        cancellation = then;
        return held != null;
    }

    /** What becomes of an attempt that has ended, or {@code null} if the interceptor takes its time. */
    private Consumer<H> verdict(H last) {
        if (cancellation == null) {
            return decision;
        }
        // A response that a cancellation comes too late for is the interceptor's business as any other.
        return decision != null && last.endedWell() ? decision : cancellation;
    }

    /** An attempt has ended; says whether it is to be held. */
    boolean reached(H last) {
        boolean undecided;
        synchronized (this) {
            held = last;
            teller = Thread.currentThread();
            undecided = decision == null;
        }
        if (undecided) {
            last.bring();
        }
        Consumer<H> now;
        synchronized (this) {
            teller = null;
            if (over || held != last) {
                return false;
            }
            now = verdict(last);
            if (now == null) {
                return true;
            }
            over = true;
        }
        now.accept(last);
        return false;
    }

    /** Limits how long an attempt is held. */
    void limit(H waiting, WaitLimit watching) {
        synchronized (this) {
            if (!over && held == waiting) {
                limit = watching;
                return;
            }
        }
        watching.stop();
    }

    private void stopWaiting() {
        if (limit != null) {
            limit.stop();
            limit = null;
        }
    }

    /** Decides, if that has not been done; says whether it is for an attempt that has yet to end. */
    boolean decide(Consumer<H> wanted) {
        H last;
        synchronized (this) {
            if (over || decision != null) {
                return false;
            }
            decision = wanted;
            stopWaiting();
            if (held == null || teller == Thread.currentThread()) {
                return held == null;
            }
            over = true;
            last = held;
        }
        executor.execute(() -> deliver(wanted, last));
        return false;
    }

    /** What the application throws is logged as the library does, which has no other use for it either. */
    private void deliver(Consumer<H> what, H last) {
        try {
            what.accept(last);
        } catch (RuntimeException ofTheApplication) {
            LOG.log(Level.WARNING, "Exception thrown by onClose() in ClientCall", ofTheApplication);
        }
    }
}
