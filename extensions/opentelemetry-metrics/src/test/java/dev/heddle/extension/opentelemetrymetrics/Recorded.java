package dev.heddle.extension.opentelemetrymetrics;

import dev.heddle.testing.fake.FakeInterceptors;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The application's OpenTelemetry, which is one for all tests of the JVM; each test looks at its own types alone. */
final class Recorded {
    private static final InMemoryMetricReader READER = InMemoryMetricReader.create();

    static {
        OpenTelemetrySdk.builder()
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(READER).build())
                .buildAndRegisterGlobal();
    }

    /** A value with all its attributes, as a line of text has it. */
    record Point(String metric, Map<String, String> attributes, long count, double sum) {}

    private Recorded() {}

    static FakeInterceptors extension(Map<String, String> settings) throws Exception {
        return FakeInterceptors.of(new OpentelemetryMetrics(), settings);
    }

    static Collection<MetricData> all() {
        return READER.collectAllMetrics();
    }

    /** Those of a metric in which an attribute has that value. */
    static List<Point> points(String metric, String attribute, String value) {
        return points().stream()
                .filter(point -> point.metric().equals(metric))
                .filter(point -> value.equals(point.attributes().get(attribute)))
                .toList();
    }

    static List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (MetricData metric : all()) {
            if (metric.getType() == MetricDataType.HISTOGRAM) {
                metric.getHistogramData()
                        .getPoints()
                        .forEach(point -> points.add(
                                new Point(metric.getName(), attributes(point), point.getCount(), point.getSum())));
            } else if (metric.getType() == MetricDataType.DOUBLE_GAUGE) {
                add(points, metric, metric.getDoubleGaugeData().getPoints(), point -> point.getValue());
            } else {
                add(points, metric, metric.getDoubleSumData().getPoints(), point -> point.getValue());
            }
        }
        return points;
    }

    private static <P extends PointData> void add(
            List<Point> points, MetricData metric, Collection<P> of, ToDoubleFunction<P> value) {
        of.forEach(point ->
                points.add(new Point(metric.getName(), attributes(point), (long) value.applyAsDouble(point), 0)));
    }

    private static Map<String, String> attributes(PointData point) {
        Map<String, String> attributes = new TreeMap<>();
        point.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value.toString()));
        return attributes;
    }
}
