package dev.heddle.opentelemetry;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The SDK at work for spans, as {@link IsolatedSdk} is for histograms: of a {@link FinishedSpan#plain plain} one it makes a
 * span; of three texts, the ID of a trace and the name and kind of its first span, it says whether that is sampled; given
 * a time in milliseconds, whether all has been exported by then.
 */
public final class IsolatedTraces implements Predicate<Object[]>, Runnable {
    private static final int QUESTION = 3;

    /** Used where the standard variables say nothing; see {@link IsolatedSdk}. */
    private static final Map<String, String> DEFAULTS = Map.of("otel.exporter.otlp.protocol", "http/protobuf");

    /** Whatever the standard variables say: another SDK records and logs. */
    private static final Map<String, String> TRACES_ONLY =
            Map.of("otel.metrics.exporter", "none", "otel.logs.exporter", "none");

    private final OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(() -> DEFAULTS)
            .addPropertiesCustomizer(settings -> TRACES_ONLY)
            .disableShutdownHook()
            .build()
            .getOpenTelemetrySdk();
    private final SpanTarget maker = new SpanMaker(
            sdk, SpanQueue.SCOPE, SdkInside.of(sdk.getSdkTracerProvider(), new SpanOverrides(() -> null)));

    /** Starts the SDK; the thread's context class loader is to be this class's. */
    public IsolatedTraces() {
        Context.current();
    }

    @Override
    public boolean test(Object[] plain) {
        if (plain.length == 1) {
            return maker.export((Long) plain[0]);
        }
        if (plain.length == QUESTION) {
            return maker.samples((String) plain[0], (String) plain[1], SpanKind.valueOf((String) plain[2]));
        }
        maker.make(FinishedSpan.of(plain));
        return true;
    }

    /** Exports what is left, and ends the SDK. */
    @Override
    public void run() {
        sdk.close();
    }
}
