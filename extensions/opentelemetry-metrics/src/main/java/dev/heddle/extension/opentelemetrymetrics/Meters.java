package dev.heddle.extension.opentelemetrymetrics;

import dev.heddle.api.Settings;
import dev.heddle.opentelemetry.Instrument;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Makes the meters of one extension, each with the limit that the operator has set.
 *
 * <p>What is Temporal's has names of its own, {@code heddle_}: {@code temporal_} would meet what an SDK exports of itself,
 * and a name without a prefix what a server does.
 */
record Meters(String scope, int limit, System.Logger log) {
    static Meters of(Settings settings) {
        int limit = settings.get("limit", 1_000);
        if (limit < 0) {
            throw new IllegalArgumentException("limit is " + limit + " and should be 0 or more");
        }
        return new Meters(settings.extension(), limit, settings.logger());
    }

    <K extends Meter.Key> Meter<K> histogram(String name, String unit, String description, List<Double> buckets) {
        return meter(Instrument.histogram(scope, name, unit, description, buckets));
    }

    <K extends Meter.Key> Meter<K> counter(String name, String unit, String description) {
        return meter(Instrument.counter(scope, name, unit, description));
    }

    <K extends Meter.Key> Meter<K> gauge(String name, String unit, String description) {
        return meter(Instrument.gauge(scope, name, unit, description));
    }

    private <K extends Meter.Key> Meter<K> meter(Instrument instrument) {
        String said =
                instrument.name() + " has more than " + limit + " sets of attributes: what is new is recorded with"
                        + " otel.metric.overflow=true; the setting limit says how many there may be";
        return new Meter<>(instrument, limit, () -> log.log(Level.WARNING, said));
    }
}
