package dev.heddle.extension.opentelemetrytracing;

import dev.heddle.opentelemetry.FinishedSpan;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.function.Supplier;

/**
 * A span that has begun: its context, which is current while code runs that belongs to it, and what there is to say of it
 * when it ends. One that is not sampled keeps nothing. Used by one call.
 */
final class SpanDraft implements Supplier<Scope> {
    private final Spans spans;
    private final String name;
    private final SpanKind kind;
    private final SpanContext own;
    private final String parentId;
    private final Context context;
    private final long startNanos;
    private AttributesBuilder attributes;
    private List<SpanContext> links = List.of();
    private boolean repeatable;
    private boolean ended;

    SpanDraft(
            Spans spans,
            String name,
            SpanKind kind,
            SpanContext own,
            String parentId,
            Context parent,
            long startNanos) {
        this.spans = spans;
        this.name = name;
        this.kind = kind;
        this.own = own;
        this.parentId = parentId;
        this.context = parent.with(Span.wrap(own));
        this.startNanos = startNanos;
    }

    /** With this span as the current one. */
    Context context() {
        return context;
    }

    SpanContext spanContext() {
        return own;
    }

    /** Makes it current on the thread at hand. */
    @Override
    public Scope get() {
        return context.makeCurrent();
    }

    /** Says something of it, if there is something to say. */
    SpanDraft with(String key, String value) {
        if (value != null && own.isSampled()) {
            if (attributes == null) {
                attributes = Attributes.builder();
            }
            attributes.put(key, value);
        }
        return this;
    }

    /** Names another span that it has to do with, if that is one. */
    SpanDraft linkedTo(SpanContext other) {
        if (other.isValid()) {
            links = List.of(other);
        }
        return this;
    }

    /** The same may be told again: by a workflow task that is tried again. */
    SpanDraft repeatable() {
        repeatable = true;
        return this;
    }

    /** Ends it now, with a failure or {@code null}. */
    void end(Throwable failure) {
        end(failure, Spans.now());
    }

    /** Ends it at a time. */
    void end(Throwable failure, long endNanos) {
        end(failure == null || Failures.isBenign(failure) ? null : Failures.text(failure), failure, endNanos);
    }

    /** Ends it now, once. */
    void end(String error, Throwable exception) {
        end(error, exception, Spans.now());
    }

    private void end(String error, Throwable exception, long endNanos) {
        if (ended || !own.isSampled()) {
            return;
        }
        ended = true;
        spans.add(new FinishedSpan(
                own,
                parentId,
                name,
                kind,
                startNanos,
                Math.max(startNanos, endNanos),
                attributes == null ? Attributes.empty() : attributes.build(),
                error,
                exception == null ? null : Failures.parts(exception),
                links,
                repeatable));
    }
}
