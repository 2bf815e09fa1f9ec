package dev.heddle.extension.opentelemetrytracing;

import static dev.heddle.api.Selector.WORKFLOW_INBOUND;
import static dev.heddle.api.Selector.WORKFLOW_OUTBOUND;

import dev.heddle.api.Interceptors;
import dev.heddle.api.WorkflowCall;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Map;

/**
 * Spans of what reaches workflows and leaves them. Each has the same ID whenever the workflow is replayed, and is told
 * once: when it ends and the workflow does not replay.
 */
final class WorkflowSpans {
    private static final Map<String, String> INBOUND = Map.of(
            "execute", "RunWorkflow:",
            "handleSignal", "HandleSignal:",
            "executeUpdate", "HandleUpdate:",
            "handleQuery", "HandleQuery:",
            "validateUpdate", "ValidateUpdate:");

    private static final Map<String, String> OUTBOUND = Map.of(
            "executeActivity", "StartActivity:",
            "executeLocalActivity", "StartActivity:",
            "executeChildWorkflow", "StartChildWorkflow:",
            "signalExternalWorkflow", "SignalExternalWorkflow:",
            "executeNexusOperation", "StartNexusOperation:",
            "continueAsNew", "ContinueAsNew:");

    private final Spans spans;
    private final StandBack standBack;
    private final OwnCodes codes;
    private final Ids ids;
    private final Map<String, SpanNames> inbound = SpanNames.of(INBOUND);
    private final Map<String, SpanNames> outbound = SpanNames.of(OUTBOUND);
    private final UpdateIds updates = new UpdateIds();

    WorkflowSpans(Spans spans, StandBack standBack, OwnCodes codes, Ids ids) {
        this.spans = spans;
        this.standBack = standBack;
        this.codes = codes;
        this.ids = ids;
    }

    void register(Interceptors interceptors) {
        interceptors
                .on(WORKFLOW_INBOUND.only("execute"), this::run)
                .on(WORKFLOW_INBOUND.only("handleSignal", "executeUpdate"), this::handle)
                .on(WORKFLOW_INBOUND.only("handleQuery", "validateUpdate"), this::ask)
                .on(WORKFLOW_OUTBOUND.only(OUTBOUND.keySet().toArray(new String[0])), this::leave)
                // So that their functions are known for what replay leaves out.
                .on(WORKFLOW_OUTBOUND.only("sideEffect", "mutableSideEffect"), WorkflowCall::proceed);
    }

    // What arrives.

    private Object run(WorkflowCall call) throws Throwable {
        Context received = TraceHeaders.TEMPORAL.receive(call.headers());
        if (standBack.isNoticed() || !spans.isOn()) {
            return in(received, call);
        }
        Run run = Run.of(call, ids);
        if (!spans.isOn(received)) {
            run.begin(received);
            return unsampled(call, run, received, true);
        }
        String name = inbound.get("execute").of(call.name());
        Instant started = call.runStartedAt();
        SpanDraft span = spans.begin(
                name,
                SpanKind.SERVER,
                received,
                isTraced(received) ? null : run.traceId(),
                run.nextId(name),
                started == null ? run.now(call) : Spans.nanos(started));
        run.begin(span);
        return trace(call, run, span);
    }

    private Object handle(WorkflowCall call) throws Throwable {
        Context received = TraceHeaders.TEMPORAL.receive(call.headers());
        if (standBack.isNoticed() || !spans.isOn()) {
            return in(received, call);
        }
        Run run = Run.of(call, ids);
        Context parent = parent(received, run);
        if (!spans.isOn(parent)) {
            return unsampled(call, run, parent, false);
        }
        String name = inbound.get(call.operation().name()).of(call.name());
        SpanDraft span = spans.begin(
                name,
                SpanKind.SERVER,
                parent,
                isTraced(parent) ? null : run.traceId(),
                run.nextId(name),
                run.now(call));
        return trace(call, run, link(span, received, run));
    }

    /** A call that has no span, of code whose own spans follow from the run all the same. */
    private Object unsampled(WorkflowCall call, Run run, Context context, boolean ofRun) throws Throwable {
        call.scope(new OwnCode(codes, run, call, context, null));
        try {
            Object result = call.proceed();
            endUnsampled(call, run, ofRun);
            return result;
        } catch (Throwable failure) {
            endUnsampled(call, run, ofRun && Failures.ends(failure));
            throw failure;
        }
    }

    private static void endUnsampled(WorkflowCall call, Run run, boolean ends) {
        if (ends && !call.replaying()) {
            run.end();
        }
    }

    private static void endRun(WorkflowCall call, Run run) {
        if (run.span() == null) {
            endUnsampled(call, run, true);
        } else {
            end(call, run, run.span(), null);
        }
    }

    private Object trace(WorkflowCall call, Run run, SpanDraft span) throws Throwable {
        describe(call, span).repeatable();
        call.scope(new OwnCode(codes, run, call, span.current(), span.context().getSpanId()));
        try {
            Object result = call.proceed();
            end(call, run, span, null);
            return result;
        } catch (Throwable failure) {
            if (Failures.ends(failure)) {
                end(call, run, span, failure);
            }
            throw failure;
        }
    }

    private static void end(WorkflowCall call, Run run, SpanDraft span, Throwable failure) {
        if (!call.replaying()) {
            span.end(failure, run.now(call, false));
            if (span == run.span()) {
                run.end();
            }
        }
    }

    /** A query and a validator are in no history: the one has any ID, the other one from the update that it looks at. */
    private Object ask(WorkflowCall call) throws Throwable {
        Context received = TraceHeaders.TEMPORAL.receive(call.headers());
        if (standBack.isNoticed() || !spans.isOn() || call.replaying()) {
            return in(received, call);
        }
        Run run = Run.of(call, ids);
        Context parent = parent(received, run);
        if (!spans.isOn(parent)) {
            return in(parent, call);
        }
        String name = inbound.get(call.operation().name()).of(call.name());
        String update = call.updateName() == null ? null : updates.here();
        SpanDraft span = update == null
                ? spans.begin(name, SpanKind.SERVER, parent)
                : spans.begin(
                                name,
                                SpanKind.SERVER,
                                parent,
                                isTraced(parent) ? null : run.traceId(),
                                run.idOf(name, update),
                                Spans.now())
                        .repeatable();
        call.scope(describe(call, link(span, received, run)));
        try {
            Object result = call.proceed();
            span.end(null);
            return result;
        } catch (Throwable failure) {
            span.end(failure);
            throw failure;
        }
    }

    /** Who has sent it; if nobody says, the run. */
    private static Context parent(Context received, Run run) {
        return isTraced(received) || !isTraced(run.context()) ? received : run.context();
    }

    /** One that is under its sender names the run. */
    private static SpanDraft link(SpanDraft span, Context received, Run run) {
        return isTraced(received) && run.span() != null
                ? span.linkedTo(run.span().context())
                : span;
    }

    private static boolean isTraced(Context context) {
        return Span.fromContext(context).getSpanContext().isValid();
    }

    private SpanDraft describe(WorkflowCall call, SpanDraft span) {
        span.with(Names.WORKFLOW_ID, call.workflowId()).with(Names.RUN_ID, call.runId());
        return call.updateName() == null ? span : span.with(Names.UPDATE_ID, updates.here());
    }

    private static Object in(Context received, WorkflowCall call) throws Throwable {
        if (received != Context.root()) {
            call.scope(received::makeCurrent);
        }
        return call.proceed();
    }

    // What leaves.

    private Object leave(WorkflowCall call) throws Throwable {
        String operation = call.operation().name();
        boolean nexus = operation.equals("executeNexusOperation");
        TraceHeaders headers = nexus ? TraceHeaders.PLAIN : TraceHeaders.TEMPORAL;
        if (standBack.isNoticed() || (nexus ? headers.isIn(call.headers()) : standBack.looksTraced(call))) {
            return call.proceed();
        }
        Run run = Run.of(call, ids);
        Context current = Context.current();
        if (!isTraced(current) && isTraced(run.context())) {
            current = run.context();
        }
        boolean ends = operation.equals("continueAsNew");
        if (!isTraced(current) || !spans.isOn(current)) {
            headers.send(call.headers(), current);
            if (ends) {
                endRun(call, run);
            }
            return call.proceed();
        }
        String of = ends && call.name() == null ? call.workflowType() : call.name();
        String name = outbound.get(operation).of(of);
        SpanDraft span = spans.begin(name, SpanKind.CLIENT, current, null, run.nextId(name), run.now(call))
                .with(Names.WORKFLOW_ID, call.workflowId())
                .with(Names.RUN_ID, call.runId())
                .with(Names.NEXUS_SERVICE, call.nexusService())
                .with(Names.NEXUS_OPERATION, call.nexusOperation())
                .with(Names.NEXUS_ENDPOINT, call.nexusEndpoint())
                .repeatable();
        headers.send(call.headers(), span.current());
        if (ends) {
            // Which does not return.
            end(call, run, span, null);
            endRun(call, run);
            return call.proceed();
        }
        try {
            Object result = call.proceed();
            end(call, run, span, null);
            return result;
        } catch (Exception failure) {
            end(call, run, span, failure);
            throw failure;
        }
    }
}
