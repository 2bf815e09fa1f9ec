package dev.heddle.extension.opentelemetrytracing;

import static dev.heddle.api.Selector.ACTIVITY_INBOUND;
import static dev.heddle.api.Selector.NEXUS_INBOUND;

import dev.heddle.api.ActivityCall;
import dev.heddle.api.Interceptors;
import dev.heddle.api.NexusCall;
import dev.heddle.api.TemporalCall;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.function.Supplier;

/** Spans of activities, local ones too, and of handlers of Nexus operations. One that completes elsewhere ends here. */
final class HandlerSpans {
    private final Spans spans;
    private final StandBack standBack;
    private final Ids ids;
    private final SpanNames names = new SpanNames("RunActivity:");

    HandlerSpans(Spans spans, StandBack standBack, Ids ids) {
        this.spans = spans;
        this.standBack = standBack;
        this.ids = ids;
    }

    void register(Interceptors interceptors) {
        interceptors
                .on(ACTIVITY_INBOUND.only("execute"), this::activity)
                .on(
                        NEXUS_INBOUND.only("startOperation"),
                        call -> nexus(call, "RunStartNexusOperationHandler:" + operation(call)))
                .on(
                        NEXUS_INBOUND.only("cancelOperation"),
                        call -> nexus(call, "RunCancelNexusOperationHandler:" + operation(call)));
    }

    /** A local activity runs in a workflow task: another worker that tries that again tells the same. */
    private Object activity(ActivityCall call) throws Throwable {
        Context received = TraceHeaders.TEMPORAL.receive(call.headers());
        SpanContext asked = Span.fromContext(received).getSpanContext();
        if (isLeft(call, received)) {
            if (asked.isValid()) {
                // Whoever completes it elsewhere is of its trace too, which is not sampled.
                call.set(CompletionSpans.ACTIVITY, asked);
            }
            return call.proceed();
        }
        String name = names.of(call.activityType());
        SpanDraft span;
        if (call.local() && asked.isValid()) {
            String id = ids.span(asked.getSpanId(), name, call.attempt());
            span = spans.begin(name, SpanKind.SERVER, received, null, id, Spans.now())
                    .repeatable();
        } else {
            span = spans.begin(name, SpanKind.SERVER, received);
        }
        call.set(CompletionSpans.ACTIVITY, span.context());
        return trace(call, span, span);
    }

    private static String operation(NexusCall call) {
        return call.nexusService() + "/" + call.nexusOperation();
    }

    private Object nexus(NexusCall call, String name) throws Throwable {
        Context received = TraceHeaders.PLAIN.receive(call.headers());
        if (isLeft(call, received)) {
            return call.proceed();
        }
        SpanDraft span = spans.begin(name, SpanKind.SERVER, received);
        SpanContext asked = Span.fromContext(received).getSpanContext();
        if (!asked.isValid()) {
            return trace(call, span, span);
        }
        Context within = NexusStarts.within(span.current(), asked.getSpanId());
        return trace(call, span, within::makeCurrent);
    }

    /** Whether there is to be no span here; then what has come is handed on. */
    private boolean isLeft(TemporalCall call, Context received) {
        boolean left = standBack.isNoticed() || !spans.isOn(received);
        if (left && received != Context.root()) {
            call.scope(received::makeCurrent);
        }
        return left;
    }

    private static Object trace(TemporalCall call, SpanDraft span, Supplier<Scope> scope) throws Throwable {
        span.with(Names.WORKFLOW_ID, call.workflowId())
                .with(Names.RUN_ID, call.runId())
                .with(Names.ACTIVITY_ID, call.activityId())
                .with(Names.NEXUS_SERVICE, call.nexusService())
                .with(Names.NEXUS_OPERATION, call.nexusOperation());
        call.scope(scope);
        try {
            Object result = call.proceed();
            span.end(null);
            return result;
        } catch (Throwable failure) {
            span.end(failure);
            throw failure;
        }
    }
}
