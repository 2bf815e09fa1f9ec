package dev.heddle.soak;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * When a channel, server or worker is being taken away: a call that is under way at such a time may break. Even while
 * all is well, odd while it is not.
 */
final class Disruption {
    private final AtomicInteger count = new AtomicInteger();

    void begin() {
        count.incrementAndGet();
    }

    void end() {
        count.incrementAndGet();
    }

    /** To be asked before a call. */
    int now() {
        return count.get();
    }

    /** Whether there has been one since, or was one then. */
    boolean since(int then) {
        return then % 2 != 0 || count.get() != then;
    }
}
