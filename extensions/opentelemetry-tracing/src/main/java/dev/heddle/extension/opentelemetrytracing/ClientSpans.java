package dev.heddle.extension.opentelemetrytracing;

import static dev.heddle.api.Selector.CLIENT;

import dev.heddle.api.Interceptors;
import dev.heddle.api.TemporalClientCall;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;

/** Spans of what clients do. */
final class ClientSpans {
    /** By operation; those of the second are about nothing that has a name. */
    private static final Map<String, String> NAMED = Map.of(
            "start", "StartWorkflow:",
            "signalWithStart", "SignalWithStartWorkflow:",
            "signal", "SignalWorkflow:",
            "query", "QueryWorkflow:",
            "startUpdate", "StartWorkflowUpdate:",
            "updateWithStart", "UpdateWithStartWorkflow:",
            "createSchedule", "CreateSchedule:",
            "updateSchedule", "UpdateSchedule:",
            "startActivity", "StartActivity:",
            "startNexusOperationExecution", "StartNexusOperation:");

    private static final Map<String, String> PLAIN =
            Map.of("cancel", "CancelWorkflow", "terminate", "TerminateWorkflow");

    private final Spans spans;
    private final StandBack standBack;
    private final Ids ids;
    private final Map<String, SpanNames> names = SpanNames.of(NAMED);

    ClientSpans(Spans spans, StandBack standBack, Ids ids) {
        this.spans = spans;
        this.standBack = standBack;
        this.ids = ids;
    }

    void register(Interceptors interceptors) {
        interceptors.on(CLIENT.only(NAMED.keySet().toArray(new String[0])), this::named);
        interceptors.on(CLIENT.only(PLAIN.keySet().toArray(new String[0])), call -> {
            if (standBack.isNoticed() || !spans.isOn(Context.current())) {
                return call.proceed();
            }
            return trace(call, begin(call, PLAIN.get(call.operation().name())));
        });
    }

    private Object named(TemporalClientCall call) throws Throwable {
        if (standBack.isNoticed() || standBack.looksTraced(call)) {
            return call.proceed();
        }
        Context current = Context.current();
        if (!spans.isOn(current)) {
            TraceHeaders.TEMPORAL.send(call.headers(), current);
            return call.proceed();
        }
        boolean ofSchedule = call.operation().name().endsWith("Schedule");
        String of = ofSchedule ? call.scheduleId() : call.name();
        SpanDraft span = begin(call, names.get(call.operation().name()).of(of));
        Object sent = TraceHeaders.TEMPORAL.send(call.headers(), span.current());
        try {
            return trace(call, span);
        } finally {
            standBack.lookAfter(call, sent, span.context());
        }
    }

    private SpanDraft begin(TemporalClientCall call, String name) {
        Context current = Context.current();
        String repeated = call.operation().name().equals("start") ? NexusStarts.nextId(current, ids, name) : null;
        SpanDraft span = repeated == null
                ? spans.begin(name, SpanKind.CLIENT, current)
                : spans.begin(name, SpanKind.CLIENT, current, null, repeated, Spans.now())
                        .repeatable();
        return span.with(Names.WORKFLOW_ID, call.workflowId())
                .with(Names.RUN_ID, call.runId())
                .with(Names.UPDATE_ID, call.updateId())
                .with(Names.ACTIVITY_ID, call.activityId());
    }

    /** A client's call goes on here and nowhere else, so its context is opened here, which costs less than a scope. */
    private static Object trace(TemporalClientCall call, SpanDraft span) throws Throwable {
        Scope current = span.get();
        try {
            Object result = call.proceed();
            span.end(null);
            return result;
        } catch (Throwable failure) {
            span.end(failure);
            throw failure;
        } finally {
            // One that fails to close must leave no trace in the application's exception, not even a suppressed one.
            current.close();
        }
    }
}
