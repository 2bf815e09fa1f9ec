package dev.heddle.extension.payloadstore;

import dev.heddle.opentelemetry.Instrument;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.DoubleConsumer;

/** Counts, measures and times what is stored and fetched, with OpenTelemetry. */
final class StoreMetrics {
    private static final String SCOPE = "payload-store";
    private static final List<Double> SIZES = List.of(1e3, 1e4, 1e5, 1e6, 1e7, 1e8);
    private static final List<Double> SECONDS = List.of(.001, .005, .01, .05, .1, .25, .5, 1., 2.5, 5., 10.);

    private static final Instrument COUNT = Instrument.counter(
            SCOPE, "heddle_payload_store_operations", "{operation}", "Payloads stored, fetched, and failed to be");
    private static final Instrument SIZE = Instrument.histogram(
            SCOPE, "heddle_payload_store_size", "By", "Sizes of payloads stored and fetched", SIZES);
    private static final Instrument TIME = Instrument.histogram(
            SCOPE, "heddle_payload_store_duration", "s", "How long storing and fetching took", SECONDS);

    /** What is done with a payload. */
    enum Operation {
        STORE("store", "stored in"),
        FETCH("fetch", "fetched from");

        private final String name;
        private final String words;

        Operation(String name, String words) {
            this.name = name;
            this.words = words;
        }

        /** As a line of log has it. */
        String words() {
            return words;
        }
    }

    private record Series(DoubleConsumer done, DoubleConsumer failed, DoubleConsumer size, DoubleConsumer time) {}

    private final Map<Operation, Series> series = new EnumMap<>(Operation.class);

    /** Of the store with this name, to whoever records. */
    StoreMetrics(String driver, BiFunction<Instrument, Map<String, String>, DoubleConsumer> recorder) {
        for (Operation operation : Operation.values()) {
            Map<String, String> attributes = Map.of("operation", operation.name, "driver", driver);
            series.put(
                    operation,
                    new Series(
                            recorder.apply(COUNT, with(attributes, "ok")),
                            recorder.apply(COUNT, with(attributes, "failed")),
                            recorder.apply(SIZE, attributes),
                            recorder.apply(TIME, attributes)));
        }
    }

    private static Map<String, String> with(Map<String, String> attributes, String outcome) {
        Map<String, String> more = new TreeMap<>(attributes);
        more.put("outcome", outcome);
        return Map.copyOf(more);
    }

    void bytes(Operation operation, int bytes) {
        series.get(operation).size.accept(bytes);
    }

    void done(Operation operation, long nanos) {
        Series of = series.get(operation);
        of.done.accept(1);
        of.time.accept(nanos / 1e9);
    }

    void failed(Operation operation) {
        series.get(operation).failed.accept(1);
    }
}
