package dev.heddle.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * The OpenTelemetry that an extension records with; to be bundled in its JAR together with the manifest entry
 * {@code Heddle-Application-First: io.opentelemetry.}
 *
 * <ul>
 *   <li>Where the application, or another agent for it, has set the global OpenTelemetry, it is that one.
 *   <li>Otherwise it is a bundled SDK, if the environment variable {@code OTEL_METRICS_EXPORTER} ({@code otlp} or
 *       {@code console}), {@code OTEL_EXPORTER_OTLP_ENDPOINT} or {@code OTEL_EXPORTER_OTLP_METRICS_ENDPOINT}, or the
 *       system property of that name, asks for one. All the standard variables apply. OTLP goes over HTTP.
 *   <li>Otherwise nothing is recorded.
 * </ul>
 *
 * <p>The first value that is recorded chooses, for good, and a line in the log of {@link System.Logger} says what; so
 * histograms may be made in {@code register}, before the application has set up its own. Make them there: the bundled
 * SDK starts on a thread of its own with the first one, and nobody waits for it. Nothing here sets the global
 * OpenTelemetry, or asks for it before it is set, which would forbid the application to set it. Thread-safe.
 */
public final class Telemetry {
    private static final Recorders RECORDERS = new Recorders();

    private Telemetry() {}

    /**
     * A histogram of durations in seconds, in buckets from 5 ms to a day.
     *
     * @param scope who records, such as the extension's name
     * @param name the histogram's name
     */
    public static DoubleHistogram durations(String scope, String name) {
        RECORDERS.prepare();
        // Loads what the first value would load on an activity's thread.
        attributes("", "", "name", "");
        return new LazyHistogram(RECORDERS, scope, name);
    }

    /**
     * An instrument with one set of attributes, which records each value it is given; a counter adds it up, a gauge shows
     * the last. It allocates nothing once it has found who records, so keep it, and no more of them than your attributes have values.
     */
    public static DoubleConsumer series(Instrument instrument, Map<String, String> attributes) {
        return new LazySeries(RECORDERS, instrument, attributes);
    }

    /** Has the bundled SDK start, if one is asked for: to be called in {@code Extension.register}. */
    public static void prepare() {
        RECORDERS.prepare();
        // Loads what the first value would load on the thread of a call.
        LazySeries.load(
                Instrument.counter("", "", "", ""),
                Instrument.gauge("", "", "", ""),
                Instrument.histogram("", "", "", "", List.of(1d)));
    }

    /**
     * Records in such a histogram how long it was: 0 where a difference between clocks makes it less, and nothing where
     * one of the times is not known.
     */
    public static void record(DoubleHistogram durations, Instant from, Instant to, Attributes attributes) {
        if (from != null && to != null) {
            durations.record(Math.max(0, Duration.between(from, to).toNanos() / 1e9), attributes);
        }
    }

    /** Two attributes that are texts. */
    public static Attributes attributes(String name, String value, String otherName, String otherValue) {
        return Attributes.of(AttributeKey.stringKey(name), value, AttributeKey.stringKey(otherName), otherValue);
    }

    /**
     * Exports what is left and ends the bundled SDK, where there is one: to be called in {@code Extension.close()}.
     * Nothing is recorded with it from then on.
     */
    public static void close() {
        RECORDERS.close();
    }
}
