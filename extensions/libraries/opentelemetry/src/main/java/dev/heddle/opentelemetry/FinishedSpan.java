package dev.heddle.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A span that is over, with the ID that was chosen for it when it began. Until then nothing was recorded, and code that it
 * was current for saw its context alone.
 *
 * @param context its own IDs, and its trace's flags and state
 * @param parentId the ID of the span it belongs under, in the same trace; {@code null} if it is the trace's first
 * @param startNanos when it began, since 1970
 * @param endNanos when it ended, not before
 * @param attributes texts and whole numbers
 * @param error what went wrong, or {@code null}
 * @param exception the class and message of the exception, or {@code null}
 * @param links other spans that it has to do with
 * @param repeatable whether the same may be told again, as by a workflow task that is tried again: then it is taken once
 */
public record FinishedSpan(
        SpanContext context,
        String parentId,
        String name,
        SpanKind kind,
        long startNanos,
        long endNanos,
        Attributes attributes,
        String error,
        List<String> exception,
        List<SpanContext> links,
        boolean repeatable) {

    /** All of it in the JDK's types, for an SDK whose classes are others. */
    Object[] plain() {
        Map<String, Object> plainAttributes = new HashMap<>();
        attributes.forEach((key, value) -> plainAttributes.put(key.getKey(), value));
        return new Object[] {
            plain(context),
            parentId,
            name,
            kind.name(),
            startNanos,
            endNanos,
            plainAttributes,
            error,
            exception,
            links.stream().map(FinishedSpan::plain).toList()
        };
    }

    private static Object[] plain(SpanContext context) {
        return new Object[] {
            context.getTraceId(),
            context.getSpanId(),
            context.getTraceFlags().asHex(),
            context.getTraceState().asMap()
        };
    }

    /** The span of which {@link #plain()} was made. */
    @SuppressWarnings("unchecked")
    static FinishedSpan of(Object... plain) {
        AttributesBuilder attributes = Attributes.builder();
        ((Map<String, Object>) plain[6]).forEach((key, value) -> {
            if (value instanceof Long number) {
                attributes.put(AttributeKey.longKey(key), number);
            } else {
                attributes.put(key, String.valueOf(value));
            }
        });
        return new FinishedSpan(
                context((Object[]) plain[0]),
                (String) plain[1],
                (String) plain[2],
                SpanKind.valueOf((String) plain[3]),
                (Long) plain[4],
                (Long) plain[5],
                attributes.build(),
                (String) plain[7],
                (List<String>) plain[8],
                ((List<Object[]>) plain[9]).stream().map(FinishedSpan::context).toList(),
                false);
    }

    @SuppressWarnings("unchecked")
    private static SpanContext context(Object... plain) {
        TraceStateBuilder state = TraceState.builder();
        ((Map<String, String>) plain[3]).forEach(state::put);
        return SpanContext.create(
                (String) plain[0], (String) plain[1], TraceFlags.fromHex((String) plain[2], 0), state.build());
    }
}
