package dev.heddle.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Calls that are to be made, one number each. Thread-safe. */
final class Numbers {
    private final AtomicInteger next;
    private final int end;
    private final IntConsumer progress;

    /** From a number to another, which is not included. */
    Numbers(int first, int end, IntConsumer progress) {
        this.next = new AtomicInteger(first);
        this.end = end;
        this.progress = progress;
    }

    /** The next, or -1 if there is none. */
    int take() {
        int number = next.getAndIncrement();
        if (number >= end) {
            return -1;
        }
        progress.accept(number);
        return number;
    }

    /** So many, or fewer if there are no more. */
    List<Integer> take(int count) {
        List<Integer> taken = new ArrayList<>();
        for (int number; taken.size() < count && (number = take()) >= 0; ) {
            taken.add(number);
        }
        return taken;
    }
}
