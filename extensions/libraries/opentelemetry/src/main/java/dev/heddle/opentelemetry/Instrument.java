package dev.heddle.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * What is recorded, and how it looks.
 *
 * @param scope who records, such as the extension's name
 * @param unit in UCUM's words, such as {@code s}, {@code By} or <code>{call}</code>
 * @param buckets the boundaries of a histogram's buckets; of a counter, which has none, empty
 */
public record Instrument(String scope, String name, String unit, String description, List<Double> buckets) {
    /** One with a list of its own. */
    public Instrument {
        buckets = List.copyOf(buckets);
    }

    /** One that adds up. */
    public static Instrument counter(String scope, String name, String unit, String description) {
        return new Instrument(scope, name, unit, description, List.of());
    }

    /** It with these attributes, in an OpenTelemetry. */
    DoubleConsumer in(OpenTelemetry telemetry, Map<String, String> texts) {
        AttributesBuilder builder = Attributes.builder();
        texts.forEach(builder::put);
        Attributes attributes = builder.build();
        if (buckets.isEmpty()) {
            DoubleCounter counter = telemetry
                    .getMeter(scope)
                    .counterBuilder(name)
                    .ofDoubles()
                    .setUnit(unit)
                    .setDescription(description)
                    .build();
            return value -> counter.add(value, attributes);
        }
        DoubleHistogramBuilder histogram =
                telemetry.getMeter(scope).histogramBuilder(name).setUnit(unit).setDescription(description);
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
        return List.of(scope, name, unit, description, buckets, attributes);
    }

    /** What {@link #plain} was made of, in an OpenTelemetry. */
    @SuppressWarnings("unchecked")
    static DoubleConsumer in(OpenTelemetry telemetry, List<?> plain) {
        Instrument instrument = new Instrument(
                (String) plain.get(0), (String) plain.get(1), (String) plain.get(2), (String) plain.get(3), (List<
                                Double>)
                        plain.get(4));
        return instrument.in(telemetry, (Map<String, String>) plain.get(5));
    }
}
