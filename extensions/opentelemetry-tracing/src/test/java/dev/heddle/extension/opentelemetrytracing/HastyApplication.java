package dev.heddle.extension.opentelemetrytracing;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.Collection;

/** An application with an OpenTelemetry of its own that exports each hour, and is gone as soon as its workflow has answered. */
public final class HastyApplication {
    private HastyApplication() {}

    /** Says what is exported, and what the workflow has answered. */
    public static void main(String[] arguments) {
        GlobalOpenTelemetry.set(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(BatchSpanProcessor.builder(new Printer())
                                .setScheduleDelay(Duration.ofHours(1))
                                .build())
                        .build())
                .build());
        ShopApplication.pack(TestWorkflowEnvironment.newInstance());
        Runtime.getRuntime().halt(0);
    }

    private static final class Printer implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            spans.forEach(span -> System.out.println("exported " + span.getName()));
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
