package dev.heddle.extension.payloadstore;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Lines of log about failures: the first, and then one in ten seconds, for a store that is gone fails often. */
final class Complaints {
    private static final long PAUSE = 10_000_000_000L;

    private final Consumer<String> log;
    private final LongSupplier nanoTime;
    private final AtomicLong said;
    private final AtomicInteger untold = new AtomicInteger();

    Complaints(Consumer<String> log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
        this.said = new AtomicLong(nanoTime.getAsLong() - PAUSE);
    }

    void say(String line) {
        long last = said.get();
        long now = nanoTime.getAsLong();
        if (now - last < PAUSE || !said.compareAndSet(last, now)) {
            untold.incrementAndGet();
            return;
        }
        int others = untold.getAndSet(0);
        log.accept(line + (others == 0 ? "" : " (and " + others + " failures more since the last line)"));
    }
}
