package dev.heddle.extension.opentelemetrytracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Category;
import dev.heddle.testing.fake.FakeCall;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TraceHeadersTest {
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static FakeCall arriving(Object header) {
        return FakeCall.of(Category.WORKFLOW_INBOUND, "execute").header(TraceHeaders.HEADER, header);
    }

    private static SpanContext received(Object header) {
        return Span.fromContext(TraceHeaders.TEMPORAL.receive(arriving(header).headers()))
                .getSpanContext();
    }

    private static Context full() {
        SpanContext own = SpanContext.create(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.builder().put("vendor", "x").build());
        return Context.root()
                .with(Span.wrap(own))
                .with(Baggage.builder().put("tenant", "acme").build());
    }

    @Test
    void itIsWhatTheOtherSdksWrite() {
        FakeCall leaving = FakeCall.of(Category.CLIENT, "start");
        TraceHeaders.TEMPORAL.send(leaving.headers(), full());
        assertThat((Object) leaving.headers().get("_tracer-data", Map.class))
                .isEqualTo(Map.of("traceparent", PARENT, "tracestate", "vendor=x", "baggage", "tenant=acme"));
    }

    @Test
    void whatHasLeftArrives() {
        for (TraceHeaders headers : TraceHeaders.values()) {
            FakeCall leaving = FakeCall.of(Category.CLIENT, "start");
            headers.send(leaving.headers(), full());
            Context received = headers.receive(leaving.headers());
            SpanContext context = Span.fromContext(received).getSpanContext();
            assertThat(context.getTraceId() + context.getSpanId())
                    .isEqualTo("0af7651916cd43dd8448eb211c80319cb7ad6b7169203331");
            assertThat(context.getTraceState().get("vendor")).isEqualTo("x");
            assertThat(Baggage.fromContext(received).getEntryValue("tenant")).isEqualTo("acme");
        }
    }

    static Stream<Object> hostile() {
        return Stream.of(
                "no JSON",
                "",
                new byte[] {1, 2, 3},
                7,
                List.of(PARENT),
                Map.of(),
                Map.of("traceparent", ""),
                Map.of("traceparent", 7),
                Map.of("traceparent", List.of(PARENT)),
                Map.of("traceparent", "00-zz-zz-01"),
                Map.of("traceparent", "00-00000000000000000000000000000000-b7ad6b7169203331-01"),
                Map.of("traceparent", PARENT + "-" + "x".repeat(1_000_000)),
                Map.of("unknown", PARENT),
                Map.of("baggage", "=,;%%%", "tracestate", "\u0000=\n"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatMakesNoSenseIsNoParent(Object header) {
        assertThat(received(header).isValid()).isFalse();
    }

    @Test
    void whatIsTooLargeIsNotTakenAndTheRestIs() {
        Context received = TraceHeaders.TEMPORAL.receive(arriving(Map.of(
                        "traceparent",
                        PARENT,
                        "tracestate",
                        "vendor=" + "x".repeat(600),
                        "baggage",
                        "tenant=" + "x".repeat(9_000)))
                .headers());
        assertThat(Span.fromContext(received).getSpanContext().isValid()).isTrue();
        assertThat(Span.fromContext(received).getSpanContext().getTraceState().isEmpty())
                .isTrue();
        assertThat(Baggage.fromContext(received).isEmpty()).isTrue();
    }

    @Test
    void whatIsTooLargeDoesNotLeave() {
        FakeCall leaving = FakeCall.of(Category.CLIENT, "start");
        TraceHeaders.TEMPORAL.send(
                leaving.headers(),
                full().with(Baggage.builder().put("tenant", "x".repeat(9_000)).build()));
        Map<?, ?> left = leaving.headers().get("_tracer-data", Map.class);
        assertThat((Object) left.keySet()).isEqualTo(Set.of("traceparent", "tracestate"));
    }

    @Test
    void withoutASpanNothingIsSent() {
        FakeCall leaving = FakeCall.of(Category.CLIENT, "start");
        TraceHeaders.TEMPORAL.send(leaving.headers(), Context.root());
        assertThat(leaving.headers().names()).isEmpty();
    }
}
