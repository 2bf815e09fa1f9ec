package dev.heddle.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The SDK at work: for the scope and name of a histogram of durations it makes a recorder of values and attributes, and
 * of an {@link Instrument} with its attributes, {@link Instrument#plain plain}, a recorder of values. Public for {@link BundledSdk}, which finds it in another class loader. It is not the global OpenTelemetry, and its
 * threads are daemons.
 */
public final class IsolatedSdk implements Function<List<?>, Object>, Runnable {
    /** Used where the standard variables say nothing. */
    private static final Map<String, String> DEFAULTS = Map.of(
            // The newer default of the standard.
            "otel.exporter.otlp.protocol", "http/protobuf",
            // The next export repeats the sums; retries would hold up the exit where the collector is gone.
            "otel.java.exporter.otlp.retry.disabled", "true");

    /** Whatever the standard variables say: nothing here traces or logs. */
    private static final Map<String, String> METRICS_ONLY =
            Map.of("otel.traces.exporter", "none", "otel.logs.exporter", "none");

    private static final int OF_DURATIONS = 2;

    private final OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(() -> DEFAULTS)
            .addPropertiesCustomizer(settings -> METRICS_ONLY)
            // Whose end is told by Heddle, and which would keep the class loader.
            .disableShutdownHook()
            .build()
            .getOpenTelemetrySdk();

    /** Starts the SDK; the thread's context class loader is to be this class's. */
    public IsolatedSdk() {
        // Finds its storage now: later the context class loader is the application's.
        Context.current();
    }

    @Override
    public Object apply(List<?> plain) {
        return plain.size() == OF_DURATIONS
                ? durations((String) plain.get(0), (String) plain.get(1))
                : Instrument.in(sdk, plain);
    }

    private BiConsumer<Double, Map<String, Object>> durations(String scope, String name) {
        DoubleHistogram durations = Durations.histogram(sdk, scope, name);
        return (value, attributes) -> durations.record(value, attributes(attributes));
    }

    /** Exports what is left, and ends the SDK. */
    @Override
    public void run() {
        sdk.close();
    }

    private static Attributes attributes(Map<String, Object> plain) {
        AttributesBuilder attributes = Attributes.builder();
        plain.forEach((key, value) -> attributes.put(key, value.toString()));
        return attributes.build();
    }
}
