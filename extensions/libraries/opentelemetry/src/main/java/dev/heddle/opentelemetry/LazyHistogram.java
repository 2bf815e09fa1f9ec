package dev.heddle.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.context.Context;
import java.util.function.Consumer;

/** A histogram that is looked for when the first value is recorded; if that takes its time, nobody waits for it. */
final class LazyHistogram implements DoubleHistogram {
    private final Recorders recorders;
    private final String scope;
    private final String name;
    private volatile DoubleHistogram found;

    LazyHistogram(Recorders recorders, String scope, String name) {
        this.recorders = recorders;
        this.scope = scope;
        this.name = name;
    }

    private void withHistogram(Consumer<DoubleHistogram> recording) {
        DoubleHistogram histogram = found;
        if (histogram != null) {
            recording.accept(histogram);
            return;
        }
        // Two threads may both ask: OpenTelemetry gives them the same one.
        recorders.first(recorder -> {
            DoubleHistogram made = recorder.durations(scope, name);
            recording.accept(made);
            found = made;
        });
    }

    @Override
    public void record(double value) {
        withHistogram(histogram -> histogram.record(value));
    }

    @Override
    public void record(double value, Attributes attributes) {
        withHistogram(histogram -> histogram.record(value, attributes));
    }

    @Override
    public void record(double value, Attributes attributes, Context context) {
        withHistogram(histogram -> histogram.record(value, attributes, context));
    }
}
