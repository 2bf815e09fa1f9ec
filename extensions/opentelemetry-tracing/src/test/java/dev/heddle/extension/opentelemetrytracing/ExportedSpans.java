package dev.heddle.extension.opentelemetrytracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ReceivedSpan;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What an application's SDK has exported. */
final class ExportedSpans implements SpanExporter {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(Integer.getInteger("patience.minutes", 2));

    /** Those of the global SDK, which there is one of in a JVM. */
    static final ExportedSpans GLOBAL = new ExportedSpans();

    static {
        GlobalOpenTelemetry.set(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(GLOBAL))
                        .build())
                .build());
    }

    private final List<SpanData> spans = new ArrayList<>();

    @Override
    public synchronized CompletableResultCode export(Collection<SpanData> finished) {
        spans.addAll(finished);
        notifyAll();
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

    /** Those of the trace of a span. */
    synchronized List<SpanData> of(Span root) {
        return spans.stream()
                .filter(span -> span.getTraceId().equals(root.getSpanContext().getTraceId()))
                .toList();
    }

    /** Those of a name, of whichever trace. */
    synchronized List<SpanData> named(String name) {
        return spans.stream().filter(span -> span.getName().equals(name)).toList();
    }

    /** The tree under a span. */
    String tree(Span root) {
        return ReceivedSpan.tree(
                root.getSpanContext().getTraceId(),
                root.getSpanContext().getSpanId(),
                of(root).stream().map(ExportedSpans::received).toList());
    }

    private static ReceivedSpan received(SpanData span) {
        return new ReceivedSpan(
                "",
                span.getInstrumentationScopeInfo().getName(),
                span.getTraceId(),
                span.getSpanId(),
                span.getParentSpanId(),
                span.getName(),
                span.getKind().name(),
                span.getStartEpochNanos(),
                span.getEndEpochNanos(),
                span.getStatus().getStatusCode() == StatusCode.ERROR
                        ? span.getStatus().getDescription()
                        : null);
    }

    /** Waits for a span of a name in the trace of another one. */
    synchronized void awaitSpan(Span root, String name) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (named(name).stream().noneMatch(of(root)::contains) && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
        }
        assertThat(of(root)).extracting(SpanData::getName).contains(name);
    }

    /** Waits until the tree under a span is as it should be, and says what is wrong if it is not in time. */
    synchronized void awaitTree(Span root, String expected) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!tree(root).equals(expected) && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
        }
        assertThat(tree(root)).isEqualTo(expected);
    }
}
