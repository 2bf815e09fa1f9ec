package dev.heddle.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A span with the ID that was chosen for it when it began, of which an SDK hears when it is over. Until then nothing was
 * recorded, and code that it was current for saw its context alone. Who has begun it says what there is to say, ends it and
 * hands it on, and leaves it alone from then on.
 */
public class FinishedSpan {
    private static final int FIRST_ATTRIBUTES = 2;
    private static final int MORE_ATTRIBUTES = 4;

    private final SpanContext context;
    private final SpanContext parent;
    private final String name;
    private final SpanKind kind;
    private final long startNanos;
    private long endNanos;
    /** A key and its text in turn: no more than an array, for an SDK makes its own of it. */
    private Object[] attributes;

    private byte said;
    private String error;
    private List<String> exception;
    private List<SpanContext> links = List.of();
    private boolean repeatable;

    /**
     * One that has begun.
     *
     * @param context its own IDs, and its trace's flags and state
     * @param parent the span it belongs under, in the same trace; {@code null} if it is the trace's first
     * @param startNanos when it began, since 1970
     */
    public FinishedSpan(SpanContext context, SpanContext parent, String name, SpanKind kind, long startNanos) {
        this.context = context;
        this.parent = parent;
        this.name = name;
        this.kind = kind;
        this.startNanos = startNanos;
    }

    /** Its own IDs, and its trace's flags and state. */
    public final SpanContext context() {
        return context;
    }

    /** The span it belongs under, as one of elsewhere: an SDK has none of it. {@code null} if it is the trace's first. */
    final SpanContext parent() {
        return parent == null || parent.isRemote()
                ? parent
                : SpanContext.createFromRemoteParent(
                        parent.getTraceId(), parent.getSpanId(), parent.getTraceFlags(), parent.getTraceState());
    }

    final String name() {
        return name;
    }

    final SpanKind kind() {
        return kind;
    }

    final long startNanos() {
        return startNanos;
    }

    final long endNanos() {
        return endNanos;
    }

    /** What went wrong, or {@code null}. */
    final String error() {
        return error;
    }

    /** The class and message of the exception, or {@code null}. */
    final List<String> exception() {
        return exception;
    }

    final List<SpanContext> links() {
        return links;
    }

    final boolean repeatable() {
        return repeatable;
    }

    /** Says something of it. */
    protected final void say(AttributeKey<String> key, String text) {
        if (attributes == null) {
            attributes = new Object[2 * FIRST_ATTRIBUTES];
        } else if (said == attributes.length) {
            attributes = Arrays.copyOf(attributes, said + 2 * MORE_ATTRIBUTES);
        }
        attributes[said] = key;
        attributes[said + 1] = text;
        said += 2;
    }

    /** Names another span that it has to do with. */
    protected final void link(SpanContext other) {
        links = List.of(other);
    }

    /** The same may be told again, as by a workflow task that is tried again: then it is taken once. */
    protected final void mayBeRepeated() {
        repeatable = true;
    }

    /**
     * Ends it.
     *
     * @param atNanos when, since 1970; if that is before it began, then
     * @param wrong what went wrong, or {@code null}
     * @param thrown the class and message of the exception, or {@code null}
     */
    protected final void end(long atNanos, String wrong, List<String> thrown) {
        endNanos = Math.max(startNanos, atNanos);
        error = wrong;
        exception = thrown;
    }

    /** Says what there is to say to an SDK. */
    @SuppressWarnings("unchecked")
    final void tell(SpanBuilder builder) {
        for (int i = 0; i < said; i += 2) {
            builder.setAttribute((AttributeKey<String>) attributes[i], (String) attributes[i + 1]);
        }
    }

    /** All of it in the JDK's types, for an SDK whose classes are others. */
    final Object[] plain() {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < said; i += 2) {
            texts.put(((AttributeKey<?>) attributes[i]).getKey(), (String) attributes[i + 1]);
        }
        return new Object[] {
            plain(context),
            parent == null ? null : plain(parent),
            name,
            kind.name(),
            startNanos,
            endNanos,
            texts,
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
        FinishedSpan span = new FinishedSpan(
                context((Object[]) plain[0]),
                plain[1] == null ? null : context((Object[]) plain[1]),
                (String) plain[2],
                SpanKind.valueOf((String) plain[3]),
                (Long) plain[4]);
        ((Map<String, String>) plain[6]).forEach((key, text) -> span.say(AttributeKey.stringKey(key), text));
        span.end((Long) plain[5], (String) plain[7], (List<String>) plain[8]);
        span.links =
                ((List<Object[]>) plain[9]).stream().map(FinishedSpan::context).toList();
        return span;
    }

    @SuppressWarnings("unchecked")
    private static SpanContext context(Object... plain) {
        TraceStateBuilder state = TraceState.builder();
        ((Map<String, String>) plain[3]).forEach(state::put);
        return SpanContext.create(
                (String) plain[0], (String) plain[1], TraceFlags.fromHex((String) plain[2], 0), state.build());
    }
}
