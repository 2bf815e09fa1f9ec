package dev.heddle.test.scope;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Scopes that know when they are opened and closed out of order, or on different threads, or not at all. */
final class Marks {
    private final ThreadLocal<Deque<String>> open = ThreadLocal.withInitial(ArrayDeque::new);
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    /** Opens a scope of that name. */
    AutoCloseable open(String name) {
        Thread thread = Thread.currentThread();
        open.get().push(name);
        count.incrementAndGet();
        opened.incrementAndGet();
        return () -> {
            count.decrementAndGet();
            if (Thread.currentThread() != thread) {
                faults.add(name + " was opened on " + thread + " and closed on " + Thread.currentThread());
            } else if (!name.equals(open.get().poll())) {
                faults.add(name + " was closed before what was opened after it");
            }
            if (open.get().isEmpty()) {
                open.remove();
            }
        };
    }

    /** The names of those that are open on this thread, the innermost first, joined by blanks. */
    String here() {
        String all = String.join(" ", open.get());
        if (all.isEmpty()) {
            open.remove();
        }
        return all;
    }

    /** How many are open on all threads. */
    int open() {
        return count.get();
    }

    /** How many have ever been opened. */
    int opened() {
        return opened.get();
    }

    /** What was done out of order. */
    List<String> faults() {
        return List.copyOf(faults);
    }
}
