package dev.heddle.soak.live;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What has been sent and what has arrived, one entry for each call, counted at both ends. */
public final class Tally {
    private static final Tally TALLY = new Tally();

    private final Map<String, AtomicInteger> arrived = new ConcurrentHashMap<>();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicLong sent = new AtomicLong();
    private final Map<String, AtomicLong> intercepted = new ConcurrentHashMap<>();

    private Tally() {}

    /** That of this JVM, for the extensions too. */
    public static Tally get() {
        return TALLY;
    }

    /** A handler or an activity has got a call. */
    void arrived(String call) {
        arrived.computeIfAbsent(call, none -> new AtomicInteger()).incrementAndGet();
    }

    /** A caller has got its answer. */
    void answered(String call, String expected, Object answer) {
        sent.incrementAndGet();
        AtomicInteger times = arrived.remove(call);
        if (times == null || times.get() != 1) {
            problems.add(call + " has arrived " + times + " times");
        }
        if (!expected.equals(answer)) {
            problems.add(call + " was answered " + answer);
        }
    }

    void problem(String line) {
        problems.add(line);
    }

    /** An extension has seen a call of a kind. */
    public void intercepted(String extension, String kind) {
        intercepted
                .computeIfAbsent(extension + " " + kind, none -> new AtomicLong())
                .incrementAndGet();
    }

    long intercepted(String what) {
        AtomicLong number = intercepted.get(what);
        return number == null ? 0 : number.get();
    }

    long sent() {
        return sent.get();
    }

    /** How many calls have arrived whose callers wait, or have lost them. */
    int open() {
        return arrived.size();
    }

    Queue<String> problems() {
        return problems;
    }
}
