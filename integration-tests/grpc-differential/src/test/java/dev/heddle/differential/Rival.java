package dev.heddle.differential;

/** A thread that does something at the very moment in which another one goes on. */
final class Rival implements AutoCloseable {
    private final Thread thread = new Thread(this::run, "rival");
    private volatile Runnable next;
    private volatile boolean taken;
    private volatile boolean over;

    Rival() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns when the rival is about to do it. One caller at a time. */
    synchronized void race(Runnable body) {
        taken = false;
        next = body;
        for (int spins = 0; !taken; spins++) {
            spin(spins);
        }
    }

    private void run() {
        for (int spins = 0; !over; spins++) {
            Runnable body = next;
            if (body == null) {
                spin(spins);
            } else {
                spins = 0;
                next = null;
                taken = true;
                body.run();
            }
        }
    }

    /** Waits a moment, without a sleep from which it would wake too late. */
    private static void spin(int spins) {
        if (spins < 1000) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    @Override
    public void close() {
        over = true;
    }
}
