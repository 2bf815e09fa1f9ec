package dev.heddle.extension.payloadstore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** What was stored a moment ago, so that what is stored ahead is not stored again when it leaves. Thread-safe. */
final class RecentKeys {
    private static final int MOST = 1_000;
    private static final long MOMENT = 60_000_000_000L;

    private final LongSupplier nanoTime;
    private final Map<String, Long> times = new LinkedHashMap<>();

    RecentKeys(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void add(String key) {
        times.remove(key);
        times.put(key, nanoTime.getAsLong());
        if (times.size() > MOST) {
            times.remove(times.keySet().iterator().next());
        }
    }

    synchronized boolean has(String key) {
        Long time = times.get(key);
        return time != null && nanoTime.getAsLong() - time < MOMENT;
    }
}
