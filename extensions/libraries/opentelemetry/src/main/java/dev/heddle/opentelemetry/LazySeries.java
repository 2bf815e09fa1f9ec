package dev.heddle.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** An instrument with its attributes, which is looked for when the first value is recorded; nobody waits for that. */
final class LazySeries implements DoubleConsumer {
    private final Recorders recorders;
    private final Instrument instrument;
    private final Map<String, String> attributes;
    private volatile DoubleConsumer found;

    LazySeries(Recorders recorders, Instrument instrument, Map<String, String> attributes) {
        this.recorders = recorders;
        this.instrument = instrument;
        this.attributes = Map.copyOf(attributes);
    }

    @Override
    public void accept(double value) {
        DoubleConsumer series = found;
        if (series != null) {
            series.accept(value);
            return;
        }
        // Two threads may both ask: OpenTelemetry gives them the same one.
        recorders.first(new FirstValue(value));
    }

    /** A class, because a lambda would be made on the thread of a call, which may be a workflow's. */
    private final class FirstValue implements Consumer<Recorder> {
        private final double value;

        FirstValue(double value) {
            this.value = value;
        }

        @Override
        public void accept(Recorder recorder) {
            DoubleConsumer made = recorder.series(instrument, attributes);
            made.accept(value);
            found = made;
        }
    }

    /** Loads what the first value would. */
    static void load(Instrument... instruments) {
        Class<?> first = FirstValue.class;
        for (Instrument instrument : instruments) {
            instrument.in(OpenTelemetry.noop(), Map.of(first.getName(), "")).accept(0);
        }
    }
}
