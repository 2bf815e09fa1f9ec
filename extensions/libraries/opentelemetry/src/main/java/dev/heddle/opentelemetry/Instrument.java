package dev.heddle.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * What is recorded, and how it looks.
 *
 * @param scope who records, such as the extension's name
 * @param unit in UCUM's words, such as {@code s}, {@code By} or <code>{call}</code>
 * @param buckets the boundaries of a histogram's buckets; empty of any other kind
 */
public record Instrument(Kind kind, String scope, String name, String unit, String description, List<Double> buckets) {
    /** What becomes of the values. */
    enum Kind {
        COUNTER,
        GAUGE,
        HISTOGRAM
    }

    /** One with a list of its own. */
    public Instrument {
        buckets = List.copyOf(buckets);
    }

    /** One that adds up. */
    public static Instrument counter(String scope, String name, String unit, String description) {
        return new Instrument(Kind.COUNTER, scope, name, unit, description, List.of());
    }

    /** One that shows the last value. */
    public static Instrument gauge(String scope, String name, String unit, String description) {
        return new Instrument(Kind.GAUGE, scope, name, unit, description, List.of());
    }

    /** One that counts values by their size. */
    public static Instrument histogram(
            String scope, String name, String unit, String description, List<Double> buckets) {
        return new Instrument(Kind.HISTOGRAM, scope, name, unit, description, buckets);
    }

    /** It with these attributes, in an OpenTelemetry. */
    DoubleConsumer in(OpenTelemetry telemetry, Map<String, String> texts) {
        AttributesBuilder builder = Attributes.builder();
        texts.forEach(builder::put);
        Attributes attributes = builder.build();
        Meter meter = telemetry.getMeter(scope);
        return switch (kind) {
            case COUNTER -> counter(meter, attributes);
            case GAUGE -> new LastValue(meter, this, attributes);
            case HISTOGRAM -> histogram(meter, attributes);
        };
    }

    private DoubleConsumer counter(Meter meter, Attributes attributes) {
        DoubleCounter counter = meter.counterBuilder(name)
                .ofDoubles()
                .setUnit(unit)
                .setDescription(description)
                .build();
        return value -> counter.add(value, attributes);
    }

    private DoubleConsumer histogram(Meter meter, Attributes attributes) {
        DoubleHistogramBuilder histogram =
                meter.histogramBuilder(name).setUnit(unit).setDescription(description);
        try {
            histogram.setExplicitBucketBoundariesAdvice(buckets);
        } catch (NoSuchMethodError before132) {
            // The application's views choose the buckets.
        }
        DoubleHistogram made = histogram.build();
        return value -> made.record(value, attributes);
    }

    /** All of it in the JDK's types, for an SDK whose classes are others. */
    List<Object> plain(Map<String, String> attributes) {
        return List.of(kind.name(), scope, name, unit, description, buckets, attributes);
    }

    /** What {@link #plain} was made of, in an OpenTelemetry. */
    @SuppressWarnings("unchecked")
    static DoubleConsumer in(OpenTelemetry telemetry, List<?> plain) {
        Instrument instrument = new Instrument(
                Kind.valueOf((String) plain.get(0)),
                (String) plain.get(1),
                (String) plain.get(2),
                (String) plain.get(3),
                (String) plain.get(4),
                (List<Double>) plain.get(5));
        return instrument.in(telemetry, (Map<String, String>) plain.get(6));
    }
}
