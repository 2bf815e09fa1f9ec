package dev.heddle.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.DoubleHistogram;

/** Makes histograms of durations. */
@FunctionalInterface
interface Recorder {
    /** One that throws its values away. */
    Recorder NOTHING = of(OpenTelemetry.noop());

    /** One of this OpenTelemetry. */
    static Recorder of(OpenTelemetry telemetry) {
        return (scope, name) -> Durations.histogram(telemetry, scope, name);
    }

    DoubleHistogram durations(String scope, String name);
}
