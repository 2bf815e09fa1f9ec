package dev.heddle.dropins;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.concurrent.TimeUnit;

/** An application of gRPC that has OpenTelemetry, and traces nothing with it. */
public final class TelemetryApplication {
    private TelemetryApplication() {}

    public static void main(String[] arguments) throws Exception {
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        GlobalOpenTelemetry.set(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .build());
        EchoApplication.main(arguments);
        // The server's end comes on a thread of its own.
        long late = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (spans.getFinishedSpanItems().size() < 2 && System.nanoTime() < late) {
            Thread.onSpinWait();
        }
        for (SpanData span : spans.getFinishedSpanItems()) {
            String parent = spans.getFinishedSpanItems().stream()
                    .filter(each -> each.getSpanId().equals(span.getParentSpanId()))
                    .map(each -> each.getKind().toString())
                    .findFirst()
                    .orElse("nothing");
            System.out.println("span " + span.getKind() + ' ' + span.getName() + " of " + parent);
        }
    }
}
