package dev.heddle.extension.opentelemetrytracing;

import dev.heddle.opentelemetry.FinishedSpan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.function.Supplier;

/**
 * A span that has begun: its context, which is current while code runs that belongs to it, and what there is to say of it
 * when it ends. One that is not sampled keeps nothing. Used by one call.
 */
final class SpanDraft extends FinishedSpan implements Supplier<Scope> {
    private final Spans spans;
    private final Context current;
    private boolean ended;

    SpanDraft(
            Spans spans,
            String name,
            SpanKind kind,
            SpanContext own,
            SpanContext parentSpan,
            Context parent,
            long startNanos) {
        super(own, parentSpan, name, kind, startNanos);
        this.spans = spans;
        this.current = parent.with(Span.wrap(own));
    }

    /** With this span as the current one. */
    Context current() {
        return current;
    }

    /** Makes it current on the thread at hand. */
    @Override
    public Scope get() {
        return current.makeCurrent();
    }

    /** Says something of it, if there is something to say. */
    SpanDraft with(AttributeKey<String> key, String value) {
        if (value != null && !ended && context().isSampled()) {
            say(key, value);
        }
        return this;
    }

    /** Names another span that it has to do with, if that is one. */
    SpanDraft linkedTo(SpanContext other) {
        if (other.isValid()) {
            link(other);
        }
        return this;
    }

    /** The same may be told again: by a workflow task that is tried again. */
    SpanDraft repeatable() {
        mayBeRepeated();
        return this;
    }

    /** Ends it now, with a failure or {@code null}. */
    void end(Throwable failure) {
        if (isOpen()) {
            end(failure, Spans.now());
        }
    }

    /** Ends it at a time. */
    void end(Throwable failure, long endNanos) {
        if (isOpen()) {
            end(failure == null || Failures.isBenign(failure) ? null : Failures.text(failure), failure, endNanos);
        }
    }

    /** Ends it now, once. */
    void end(String error, Throwable exception) {
        if (isOpen()) {
            end(error, exception, Spans.now());
        }
    }

    private boolean isOpen() {
        return !ended && context().isSampled();
    }

    private void end(String error, Throwable exception, long endNanos) {
        ended = true;
        end(endNanos, error, exception == null ? null : Failures.parts(exception));
        spans.add(this);
    }
}
