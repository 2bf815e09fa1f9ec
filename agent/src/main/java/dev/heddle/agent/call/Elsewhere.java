package dev.heddle.agent.call;

/**
 * A call that goes on on another thread than its interceptor's. The interceptor's thread is the application's: while it
 * waits here, an interrupt is for the call, and so it is passed on to where the call is. Thread-safe.
 */
final class Elsewhere {
    private final Thread thread;
    private boolean over;
    private boolean interrupted;

    Elsewhere(Thread thread) {
        this.thread = thread;
    }

    /** Says that the call is over, on its thread; an interrupt that it has not taken goes back to where it came from. */
    synchronized void end() {
        over = true;
        if (interrupted) {
            interrupted = Thread.interrupted();
        }
        notifyAll();
    }

    /** Waits until the call is over. */
    synchronized void await() {
        while (!over) {
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
