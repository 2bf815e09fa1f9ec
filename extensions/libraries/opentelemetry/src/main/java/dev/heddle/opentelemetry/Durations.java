package dev.heddle.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import java.util.List;

/** What a histogram of durations looks like. */
final class Durations {
    // From what nobody notices to what waits in a queue for a day.
    private static final List<Double> SECONDS = List.of(
            0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1d, 2.5, 5d, 10d, 30d, 60d, 300d, 900d, 3_600d, 21_600d, 86_400d);

    private Durations() {}

    static DoubleHistogram histogram(OpenTelemetry telemetry, String scope, String name) {
        DoubleHistogramBuilder builder =
                telemetry.getMeter(scope).histogramBuilder(name).setUnit("s");
        try {
            builder.setExplicitBucketBoundariesAdvice(SECONDS);
        } catch (NoSuchMethodError before132) {
            // The application's views choose the buckets.
        }
        return builder.build();
    }
}
