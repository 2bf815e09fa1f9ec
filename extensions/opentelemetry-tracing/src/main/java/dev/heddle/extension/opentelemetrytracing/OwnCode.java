package dev.heddle.extension.opentelemetrytracing;

import dev.heddle.api.WorkflowCall;
import dev.heddle.opentelemetry.WorkflowCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.function.Supplier;

/**
 * The application's own code of a run, while it works on a call that has reached the workflow. The spans that it makes itself
 * have their IDs from the run and the call's span, one after the other, and so the same where a workflow task is tried again
 * for which another signal has come; what replay leaves out, such as the function of a side effect, takes part in no
 * counting. Temporal runs one thread of a workflow at a time.
 */
final class OwnCode implements WorkflowCode, Supplier<AutoCloseable> {
    private final OwnCodes codes;
    private final Run run;
    private final WorkflowCall call;
    private final Context context;
    private final String spanOfCall;
    private int spans;
    private int traces;

    /** @param spanOfCall the ID of the call's own span, or {@code null} where it has none */
    OwnCode(OwnCodes codes, Run run, WorkflowCall call, Context context, String spanOfCall) {
        this.codes = codes;
        this.run = run;
        this.call = call;
        this.context = context;
        this.spanOfCall = spanOfCall;
    }

    /** Begins to run on the thread at hand, under the call's span, or what has come instead of one. */
    @Override
    public AutoCloseable get() {
        return new Running(codes, codes.enter(this), context.makeCurrent());
    }

    private record Running(OwnCodes codes, OwnCode before, Scope scope) implements AutoCloseable {
        @Override
        public void close() {
            codes.leave(before);
            scope.close();
        }
    }

    @Override
    public String spanId() {
        if (call.readOnly()) {
            return null;
        }
        return spanOfCall == null ? run.nextId(Run.OWN_SPAN) : run.ownSpanId(spanOfCall, spans++);
    }

    @Override
    public String traceId() {
        if (call.readOnly()) {
            return null;
        }
        return spanOfCall == null ? run.nextTraceId() : run.ownTraceId(spanOfCall, traces++);
    }

    @Override
    public long now() {
        return run.now(call);
    }

    @Override
    public boolean isNews() {
        return run.isOver() || !call.replaying();
    }
}
