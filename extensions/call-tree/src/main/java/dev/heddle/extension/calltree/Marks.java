package dev.heddle.extension.calltree;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Gives each call a mark that no other has, in this process or another. */
final class Marks implements Supplier<String> {
    /** For calls that are not traced. */
    static final Supplier<String> NONE = () -> "";

    /** The header in which a call takes its mark to where it arrives. */
    static final String HEADER = "heddle-caller";

    private final String process =
            Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
    private final AtomicInteger last = new AtomicInteger();

    @Override
    public String get() {
        return process + '-' + last.incrementAndGet();
    }
}
