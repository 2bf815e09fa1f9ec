package dev.heddle.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.context.Context;
import java.util.function.Supplier;

/** A histogram that is looked for when the first value is recorded. */
final class LazyHistogram implements DoubleHistogram {
    private final Supplier<DoubleHistogram> source;
    private volatile DoubleHistogram found;

    LazyHistogram(Supplier<DoubleHistogram> source) {
        this.source = source;
    }

    private DoubleHistogram histogram() {
        DoubleHistogram histogram = found;
        if (histogram == null) {
            // Two threads may both ask: OpenTelemetry gives them the same one.
            histogram = source.get();
            found = histogram;
        }
        return histogram;
    }

    @Override
    public void record(double value) {
        histogram().record(value);
    }

    @Override
    public void record(double value, Attributes attributes) {
        histogram().record(value, attributes);
    }

    @Override
    public void record(double value, Attributes attributes, Context context) {
        histogram().record(value, attributes, context);
    }
}
