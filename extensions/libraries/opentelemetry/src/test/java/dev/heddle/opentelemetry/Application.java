package dev.heddle.opentelemetry;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.Collection;
import java.util.function.Supplier;

/** An application that sets the global OpenTelemetry when it starts; it runs with any version. */
public final class Application implements Supplier<Collection<MetricData>> {
    private final InMemoryMetricReader reader = InMemoryMetricReader.create();

    public Application() {
        OpenTelemetrySdk.builder()
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(reader).build())
                .buildAndRegisterGlobal();
    }

    /** What has been recorded. */
    @Override
    public Collection<MetricData> get() {
        return reader.collectAllMetrics();
    }
}
