package dev.heddle.agent.call;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When an extension that is switched off is tried again: by one call after a while, and by another after twice as long if
 * that fails too. Where nothing has failed for a while since, it works. Thread-safe.
 */
final class Trials {
    private static final long LONGEST = TimeUnit.HOURS.toNanos(1);

    /** What a call is to do. */
    enum Advice {
        SKIP,
        TRY,
        /** It works: it is to be switched on. */
        PASS
    }

    private final LongSupplier nanoClock;
    private final long first;
    private long wait;
    private boolean trying;
    /** When the next thing is to be decided; read by every call meanwhile. */
    private volatile long next;

    Trials(Duration first, LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.first = first.toNanos();
        this.wait = this.first;
        this.next = nanoClock.getAsLong() + wait;
    }

    Advice ask() {
        return nanoClock.getAsLong() - next < 0 ? Advice.SKIP : decide();
    }

    private synchronized Advice decide() {
        long now = nanoClock.getAsLong();
        if (now - next < 0) {
            return Advice.SKIP;
        }
        next = now + first;
        boolean passed = trying;
        trying = true;
        return passed ? Advice.PASS : Advice.TRY;
    }

    /** It has failed again; returns how long it is left alone now, or {@code null} if nobody has tried it. */
    synchronized Duration failed() {
        if (!trying) {
            return null;
        }
        trying = false;
        wait = Math.min(wait * 2, LONGEST);
        next = nanoClock.getAsLong() + wait;
        return Duration.ofNanos(wait);
    }
}
