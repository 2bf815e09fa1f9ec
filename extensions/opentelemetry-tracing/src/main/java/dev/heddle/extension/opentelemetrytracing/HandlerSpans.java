package dev.heddle.extension.opentelemetrytracing;

import static dev.heddle.api.Selector.ACTIVITY_INBOUND;
import static dev.heddle.api.Selector.NEXUS_INBOUND;

import dev.heddle.api.Interceptors;
import dev.heddle.api.NexusCall;
import dev.heddle.api.TemporalCall;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;

/** Spans of activities, local ones too, and of handlers of Nexus operations. One that completes elsewhere ends here. */
final class HandlerSpans {
    private final Spans spans;
    private final StandBack standBack;

    HandlerSpans(Spans spans, StandBack standBack) {
        this.spans = spans;
        this.standBack = standBack;
    }

    void register(Interceptors interceptors) {
        interceptors
                .on(
                        ACTIVITY_INBOUND.only("execute"),
                        call -> trace(call, TraceHeaders.TEMPORAL, "RunActivity:" + call.activityType()))
                .on(
                        NEXUS_INBOUND.only("startOperation"),
                        call -> trace(call, TraceHeaders.PLAIN, "RunStartNexusOperationHandler:" + operation(call)))
                .on(
                        NEXUS_INBOUND.only("cancelOperation"),
                        call -> trace(call, TraceHeaders.PLAIN, "RunCancelNexusOperationHandler:" + operation(call)));
    }

    private static String operation(NexusCall call) {
        return call.nexusService() + "/" + call.nexusOperation();
    }

    private Object trace(TemporalCall call, TraceHeaders headers, String name) throws Throwable {
        Context received = headers.receive(call.headers());
        if (standBack.isNoticed() || !spans.isOn()) {
            if (received != Context.root()) {
                call.scope(received::makeCurrent);
            }
            return call.proceed();
        }
        SpanDraft span = spans.begin(name, SpanKind.SERVER, received)
                .with(Names.WORKFLOW_ID, call.workflowId())
                .with(Names.RUN_ID, call.runId())
                .with(Names.ACTIVITY_ID, call.activityId())
                .with(Names.NEXUS_SERVICE, call.nexusService())
                .with(Names.NEXUS_OPERATION, call.nexusOperation());
        call.scope(span);
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
