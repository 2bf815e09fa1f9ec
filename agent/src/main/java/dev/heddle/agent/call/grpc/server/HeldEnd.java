package dev.heddle.agent.call.grpc.server;

/**
 * Where two meet: the handler that ends a call, and the interceptor that decides what becomes of it. The interceptor is
 * told when the end is reached; what it decides is done once, by the later of the two.
 */
final class HeldEnd {
    private final Runnable tell;
    private boolean reached;
    private boolean over;
    private Thread teller;
    private Runnable decision;

    /** Tells the interceptor so when the end is reached. */
    HeldEnd(Runnable tell) {
        this.tell = tell;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** The handler has ended the call; nothing if it is over. */
    void reached() {
        synchronized (this) {
            if (reached || over) {
                return;
            }
            reached = true;
            teller = Thread.currentThread();
        }
        tell.run();
        Runnable now;
        synchronized (this) {
            teller = null;
            if (over || decision == null) {
                return;
            }
            over = true;
            now = decision;
        }
        now.run();
    }

    /** Decides for an end that may not have been reached. */
    void decide(Runnable wanted) {
        decide(wanted, false);
    }

    /** Decides for the end when it is reached. */
    void decideWhenReached(Runnable wanted) {
        decide(wanted, true);
    }

    private void decide(Runnable wanted, boolean whenReached) {
        synchronized (this) {
            if (over || decision != null) {
                return;
            }
            decision = wanted;
            if (reached ? teller == Thread.currentThread() : whenReached) {
                return;
            }
            over = true;
        }
        wanted.run();
    }

    /** Gives up; says whether the end was not reached and nothing was decided. */
    synchronized boolean give() {
        boolean open = !reached && !over;
        over = true;
        return open;
    }
}
