package dev.heddle.extension.opentelemetrymetrics;

import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The meters of what the SDK measures, by the names that it gives them. There may be as many as each may have sets of
 * attributes: workflow code can name metrics too. Thread-safe.
 */
final class SdkSeries {
    /** The tags of a scope. */
    record Tags(Map<String, String> attributes) implements Meter.Key {}

    /** What Tally tells apart. */
    enum Kind {
        COUNTER,
        GAUGE,
        TIMER,
        HISTOGRAM
    }

    private final Meters meters;
    private final Map<String, Meter<Tags>> byName = new ConcurrentHashMap<>();
    private final AtomicBoolean failed = new AtomicBoolean();
    private volatile boolean closed;

    SdkSeries(Meters meters) {
        this.meters = meters;
    }

    /** Seconds of a timer, and whatever else is measured. The SDK is told of nothing that goes wrong here. */
    void record(Kind kind, String name, Tags tags, double value) {
        if (closed) {
            return;
        }
        try {
            Meter<Tags> meter = byName.get(name);
            if (meter == null) {
                meter = make(kind, name);
            }
            if (meter != null) {
                meter.record(tags, value);
            }
        } catch (RuntimeException | LinkageError failure) {
            if (failed.compareAndSet(false, true)) {
                meters.log().log(Level.ERROR, "the SDK's metric " + name + " is not recorded", failure);
            }
        }
    }

    private synchronized Meter<Tags> make(Kind kind, String name) {
        Meter<Tags> meter = byName.get(name);
        if (meter == null && byName.size() < meters.limit()) {
            meter = switch (kind) {
                case COUNTER -> meters.counter(name, "", "");
                case GAUGE -> meters.gauge(name, "", "");
                case TIMER -> meters.histogram(name, "s", "", Meter.seconds());
                case HISTOGRAM -> meters.histogram(name, "", "", Meter.bytes());
            };
            byName.put(name, meter);
        }
        return meter;
    }

    /** Nothing is recorded any more, by connections that exist neither. */
    void close() {
        closed = true;
    }
}
