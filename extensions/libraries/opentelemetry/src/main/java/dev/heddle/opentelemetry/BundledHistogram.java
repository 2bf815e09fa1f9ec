package dev.heddle.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** A histogram of the bundled SDK, for code that knows the application's classes of OpenTelemetry. */
final class BundledHistogram implements DoubleHistogram {
    private final BiConsumer<Double, Map<String, Object>> recorder;

    BundledHistogram(BiConsumer<Double, Map<String, Object>> recorder) {
        this.recorder = recorder;
    }

    @Override
    public void record(double value) {
        recorder.accept(value, Map.of());
    }

    @Override
    public void record(double value, Attributes attributes) {
        Map<String, Object> plain = new HashMap<>();
        attributes.forEach((key, attribute) -> plain.put(key.getKey(), attribute));
        recorder.accept(value, plain);
    }

    @Override
    public void record(double value, Attributes attributes, Context context) {
        record(value, attributes);
    }
}
