package dev.heddle.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.DoubleHistogram;
import java.util.Map;
import java.util.function.DoubleConsumer;

/** Makes what records. */
interface Recorder {
    /** One that throws its values away. */
    Recorder NOTHING = of(OpenTelemetry.noop());

    /** One of this OpenTelemetry. */
    static Recorder of(OpenTelemetry telemetry) {
        return new Recorder() {
            @Override
            public DoubleHistogram durations(String scope, String name) {
                return Durations.histogram(telemetry, scope, name);
            }

            @Override
            public DoubleConsumer series(Instrument instrument, Map<String, String> attributes) {
                return instrument.in(telemetry, attributes);
            }
        };
    }

    /** A histogram of durations. */
    DoubleHistogram durations(String scope, String name);

    /** An instrument with its attributes. */
    DoubleConsumer series(Instrument instrument, Map<String, String> attributes);
}
