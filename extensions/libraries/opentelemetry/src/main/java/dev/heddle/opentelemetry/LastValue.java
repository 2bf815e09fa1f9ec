package dev.heddle.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import java.util.function.DoubleConsumer;

/**
 * Keeps the last value for whoever collects. A gauge that is told of each value would be simpler, but came with 1.38 of the
 * API, and the application's may be older.
 */
final class LastValue implements DoubleConsumer {
    private volatile double value;

    LastValue(Meter meter, Instrument instrument, Attributes attributes) {
        meter.gaugeBuilder(instrument.name())
                .setUnit(instrument.unit())
                .setDescription(instrument.description())
                .buildWithCallback(measurement -> measurement.record(value, attributes));
    }

    @Override
    public void accept(double now) {
        value = now;
    }
}
