package dev.heddle.differential;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** What has come of the calls of a storm, and what must not happen to any. Thread-safe. */
final class StormCount {
    private final Map<String, AtomicLong> outcomes = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicLong> violations = new ConcurrentSkipListMap<>();
    private final AtomicLong handled = new AtomicLong();
    private final AtomicLong handlersEnded = new AtomicLong();

    void outcome(String what) {
        outcomes.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
    }

    void violation(String what) {
        violations.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
    }

    void handlerStarted() {
        handled.incrementAndGet();
    }

    void handlerEnded() {
        handlersEnded.incrementAndGet();
    }

    /** When everything has come to its end. */
    void finish() {
        if (handled.get() != handlersEnded.get()) {
            violation("handlers never told of the end: " + (handled.get() - handlersEnded.get()));
        }
    }

    long violations() {
        return violations.values().stream().mapToLong(AtomicLong::get).sum();
    }

    @Override
    public String toString() {
        return "outcomes " + outcomes + ", handled " + handled + ", violations " + violations;
    }
}
