package dev.heddle.extension.opentelemetrymetrics;

import dev.heddle.opentelemetry.Instrument;
import dev.heddle.opentelemetry.Telemetry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleConsumer;

/**
 * One instrument, with a series for each set of attributes, up to a limit: what comes then is recorded together, so that
 * whoever chooses names of types cannot fill the memory here or the disk of a backend. A value that has been recorded
 * before costs a look-up. Thread-safe.
 *
 * @param <K> what tells series apart
 */
final class Meter<K extends Meter.Key> {
    /** What tells series apart, with {@code equals} and {@code hashCode}. */
    interface Key {
        /** Its attributes, of the first value alone. */
        Map<String, String> attributes();
    }

    /** As the standard has it. */
    private static final Map<String, String> OVERFLOW = Map.of("otel.metric.overflow", "true");

    private final Instrument instrument;
    private final int limit;
    private final Runnable onOverflow;
    private final AtomicBoolean overflowed = new AtomicBoolean();
    private final Map<K, DoubleConsumer> series = new ConcurrentHashMap<>();
    private final DoubleConsumer rest;

    Meter(Instrument instrument, int limit, Runnable onOverflow) {
        this.instrument = instrument;
        this.limit = limit;
        this.onOverflow = onOverflow;
        this.rest = Telemetry.series(instrument, OVERFLOW);
    }

    void record(K key, double value) {
        DoubleConsumer known = series.get(key);
        (known == null ? another(key) : known).accept(value);
    }

    private DoubleConsumer another(K key) {
        synchronized (series) {
            DoubleConsumer known = series.get(key);
            if (known == null && series.size() < limit) {
                known = Telemetry.series(instrument, key.attributes());
                series.put(key, known);
            }
            if (known != null) {
                return known;
            }
        }
        if (overflowed.compareAndSet(false, true)) {
            onOverflow.run();
        }
        return rest;
    }

    /** Buckets as gRPC's own metrics have them. */
    static List<Double> grpcSeconds() {
        return List.of(
                0.00001, 0.00005, 0.0001, 0.0003, 0.0006, 0.0008, 0.001, 0.002, 0.003, 0.004, 0.005, 0.006, 0.008, 0.01,
                0.013, 0.016, 0.02, 0.025, 0.03, 0.04, 0.05, 0.065, 0.08, 0.1, 0.13, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5,
                0.65, 0.8, 1d, 2d, 5d, 10d, 20d, 50d, 100d);
    }

    /** From what nobody notices to what waits for a day. */
    static List<Double> seconds() {
        return List.of(
                0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1d, 2.5, 5d, 10d, 30d, 60d, 300d, 900d, 3_600d, 21_600d,
                86_400d);
    }

    /** Up to what Temporal takes as a payload. */
    static List<Double> bytes() {
        return List.of(
                128d,
                1_024d,
                4_096d,
                16_384d,
                65_536d,
                131_072d,
                262_144d,
                524_288d,
                1_048_576d,
                2_097_152d,
                4_194_304d);
    }
}
