package dev.heddle.extension.opentelemetrytracing;

import static dev.heddle.api.Selector.ACTIVITY_OUTBOUND;
import static dev.heddle.api.Selector.CLIENT;

import dev.heddle.api.Attribute;
import dev.heddle.api.Interceptors;
import dev.heddle.api.TemporalCall;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.Base64;
import java.util.Map;

/**
 * Spans of what completes an activity that does not complete when it returns: under whoever does that, and where nobody is
 * traced there under the activity, if that has run in this process.
 */
final class CompletionSpans {
    /** Of the attempt of an activity. */
    static final Attribute<SpanContext> ACTIVITY = Attribute.named("activity");

    private static final String COMPLETE = "CompleteActivity";
    private static final String FAIL = "FailActivity";
    private static final String CANCEL = "ReportActivityCancellation";
    private static final Map<String, String> BY_CLIENTS = Map.of(
            "complete", COMPLETE,
            "completeStandalone", COMPLETE,
            "completeExceptionally", FAIL,
            "completeExceptionallyStandalone", FAIL,
            "reportCancellation", CANCEL,
            "reportCancellationStandalone", CANCEL);
    private static final Map<String, String> BY_ITSELF =
            Map.of("complete", COMPLETE, "fail", FAIL, "reportCancellation", CANCEL);

    private final Spans spans;
    private final StandBack standBack;
    private final RecentSpans activities = new RecentSpans();

    CompletionSpans(Spans spans, StandBack standBack) {
        this.spans = spans;
        this.standBack = standBack;
    }

    void register(Interceptors interceptors) {
        interceptors
                .on(ACTIVITY_OUTBOUND.only("getTaskToken"), call -> {
                    Object token = call.proceed();
                    remember(key((byte[]) token), call);
                    return token;
                })
                .on(ACTIVITY_OUTBOUND.only("doNotCompleteOnReturn"), call -> {
                    remember(key(call), call);
                    return call.proceed();
                })
                .on(
                        CLIENT.only(BY_CLIENTS.keySet().toArray(new String[0])),
                        call -> trace(
                                call,
                                BY_CLIENTS.get(call.operation().name()),
                                activities.get(call.argument(0) instanceof byte[] token ? key(token) : key(call))))
                .on(
                        ACTIVITY_OUTBOUND.only(BY_ITSELF.keySet().toArray(new String[0])),
                        call -> trace(call, BY_ITSELF.get(call.operation().name()), call.get(ACTIVITY)));
    }

    private void remember(String key, TemporalCall call) {
        SpanContext activity = call.get(ACTIVITY);
        if (activity != null) {
            activities.put(key, activity);
        }
    }

    private static String key(byte... token) {
        return Base64.getEncoder().encodeToString(token);
    }

    /** Of a workflow's activity; the run may not be known. */
    private static String key(TemporalCall call) {
        return call.workflowId() + "/" + call.activityId();
    }

    private Object trace(TemporalCall call, String name, SpanContext activity) throws Throwable {
        if (standBack.isNoticed()) {
            return call.proceed();
        }
        Context current = Context.current();
        boolean traced = Span.fromContext(current).getSpanContext().isValid();
        Context parent = traced || activity == null ? current : current.with(Span.wrap(activity));
        if (!spans.isOn(parent)) {
            return call.proceed();
        }
        SpanDraft span = spans.begin(name, SpanKind.CLIENT, parent)
                .with(Names.WORKFLOW_ID, call.workflowId())
                .with(Names.RUN_ID, call.runId())
                .with(Names.ACTIVITY_ID, call.activityId());
        if (traced && activity != null) {
            span.linkedTo(activity);
        }
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
