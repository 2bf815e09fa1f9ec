package dev.heddle.extension.temporalconnection;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Something that is made of files, and made again of what is in them later on. Whoever asks and finds it too long since the
 * last look takes the next one; where that fails the last that was in order stays.
 */
final class Reread<T> implements Supplier<T> {
    private final Supplier<T> reading;
    private final long nanos;
    private final LongSupplier clock;
    private final Consumer<String> warn;
    private final AtomicLong due;
    private volatile T last;
    private volatile String problem;

    /**
     * Takes the first look.
     *
     * @param reading throws {@link IllegalArgumentException} that says what is wrong
     * @param nanos how long a change may go unnoticed
     * @param clock as {@link System#nanoTime}
     * @param warn is told of what is wrong, once
     */
    Reread(Supplier<T> reading, long nanos, LongSupplier clock, Consumer<String> warn) {
        this.reading = reading;
        this.nanos = nanos;
        this.clock = clock;
        this.warn = warn;
        this.last = reading.get();
        this.due = new AtomicLong(clock.getAsLong() + nanos);
    }

    @Override
    public T get() {
        long now = clock.getAsLong();
        long next = due.get();
        if (now - next >= 0 && due.compareAndSet(next, now + nanos)) {
            look();
        }
        return last;
    }

    private synchronized void look() {
        try {
            last = reading.get();
            problem = null;
        } catch (IllegalArgumentException unfit) {
            if (!unfit.getMessage().equals(problem)) {
                warn.accept(unfit.getMessage() + "; what was there before is used until then");
            }
            problem = unfit.getMessage();
        }
    }
}
