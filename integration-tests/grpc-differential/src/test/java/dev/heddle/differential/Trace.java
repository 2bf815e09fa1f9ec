package dev.heddle.differential;

/** What was seen while a script was played, in one order. Thread-safe. */
final class Trace {
    private static final int MOST = 3000;

    private final StringBuilder text = new StringBuilder();
    private final Runnable rest;
    private final boolean netty;
    private int lines;
    private volatile boolean closed;

    /** Has everything else come to rest before there is a line. */
    Trace(Runnable rest, boolean netty) {
        this.rest = rest;
        this.netty = netty;
    }

    /** Adds a line: on whose thread, at which place, what, and the scopes that are visible there. */
    void add(String place, String what) {
        if (closed) {
            return;
        }
        rest.run();
        // Over a network the library ends a context in a task of its own, before or after the callback.
        String scopes = Scopes.visible(!netty);
        String line = String.format("%-14s %-9s ", Workers.role(), place) + what + scopes + '\n';
        synchronized (this) {
            if (!closed) {
                text.append(line);
                closed = ++lines > MOST;
            }
        }
    }

    /** What was seen; what comes later is not part of it. */
    synchronized String close() {
        closed = true;
        return text.toString();
    }
}
