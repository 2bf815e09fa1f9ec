package dev.heddle.extension.logging;

import dev.heddle.api.ActivityCall;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.TemporalCall;
import dev.heddle.api.WorkflowCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The line of one call, written when it is over. Of a workflow's call only if the workflow does not replay then: what
 * replay repeats has had its line, and how long it took is told in the workflow's time, because its beginning may have
 * been on another worker.
 */
final class CallLine implements BiConsumer<Object, Throwable>, Supplier<AutoCloseable>, GrpcEvents {
    private final Lines lines;
    private final Call call;
    private final boolean sampled;
    private final Instant workflowTime;
    private final long begin = System.nanoTime();
    private volatile String arguments;
    private volatile Object context;

    CallLine(Lines lines, Call call, boolean sampled) {
        this.lines = lines;
        this.call = call;
        this.sampled = sampled;
        this.workflowTime = call instanceof WorkflowCall workflow && lasts(workflow) ? began(workflow) : null;
    }

    /** What a query or a validator does takes no time in a workflow. */
    private static boolean lasts(WorkflowCall call) {
        return !call.readOnly();
    }

    private static Instant began(WorkflowCall call) {
        boolean run = call.operation().category() == Category.WORKFLOW_INBOUND
                && call.operation().name().equals("execute");
        Instant started = run ? call.runStartedAt() : null;
        return started == null ? call.currentTime() : started;
    }

    void keep(String text) {
        arguments = text;
    }

    /** What is current where the call goes on is its trace, in which its line belongs too. */
    @Override
    public AutoCloseable get() {
        if (context == null) {
            context = lines.trace().context();
        }
        return null;
    }

    @Override
    public Object onRequest(Object message) {
        if (arguments == null) {
            arguments = lines.text().of(List.of(message));
        }
        return message;
    }

    @Override
    public void accept(Object result, Throwable failure) {
        if (call instanceof WorkflowCall workflow && workflow.replaying()) {
            return;
        }
        long nanos = workflowTime == null
                ? System.nanoTime() - begin
                : Duration.between(workflowTime, ((WorkflowCall) call).currentTime())
                        .toNanos();
        boolean failed = failure != null && !Failures.isBenign(failure);
        boolean slow = lines.isSlow(call.operation(), nanos);
        if ((sampled || failed || slow) && lines.log().isOn(failed || slow)) {
            write(nanos, failure, slow, failed || slow);
        }
    }

    private void write(long nanos, Throwable failure, boolean slow, boolean warning) {
        Line line = new Line(lines.json())
                .with("call", call.operation().toString())
                .with("outcome", failure == null ? "ok" : "failed")
                .withMillis("duration_ms", nanos)
                .with("slow", slow ? "true" : null);
        describe(line);
        if (failure != null) {
            line.with("status", Failures.status(failure))
                    .with("failure", Failures.type(failure))
                    .with("cause", Failures.cause(failure))
                    .with("message", lines.messages() ? failure.getMessage() : null);
        }
        Trace trace = trace();
        if (trace != null) {
            line.with("trace_id", trace.traceId()).with("span_id", trace.spanId());
        }
        lines.write(line.with("arguments", arguments).text(), warning, context);
    }

    private void describe(Line line) {
        if (!(call instanceof GrpcCall grpc)) {
            line.with("name", call.name()).with("id", call.id());
        } else {
            line.with("peer", grpc.peer());
        }
        if (call instanceof TemporalCall temporal) {
            line.with("workflow_id", temporal.workflowId())
                    .with("run_id", temporal.runId())
                    .with("workflow_type", temporal.workflowType())
                    .with("task_queue", temporal.taskQueue())
                    .with("namespace", temporal.namespace());
            if (temporal.attempt() > 0) {
                line.with("attempt", temporal.attempt());
            }
            if (call instanceof ActivityCall activity && activity.local()) {
                line.with("local", "true");
            }
        }
    }

    /** What leaves has its own span in its header; what arrives has there who sent it, and its own is current. */
    private Trace trace() {
        Trace current = context == null ? null : lines.trace().of(context);
        if (current != null && call.operation().category().inbound()) {
            return current;
        }
        Trace header = Trace.of(call);
        return header == null ? current : header;
    }
}
