package dev.heddle.extension.opentelemetrytracing;

import dev.heddle.api.WorkflowCall;
import dev.heddle.opentelemetry.WorkflowCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.function.Supplier;

/**
 * The application's own code of a run, while it works on a call that has reached the workflow. The spans that it makes itself
 * have their IDs from the run, one after the other; what replay leaves out, such as the function of a side effect, takes part
 * in no counting.
 */
final class OwnCode implements WorkflowCode, Supplier<AutoCloseable> {
    private final OwnCodes codes;
    private final Run run;
    private final WorkflowCall call;
    private final Context context;

    OwnCode(OwnCodes codes, Run run, WorkflowCall call, Context context) {
        this.codes = codes;
        this.run = run;
        this.call = call;
        this.context = context;
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
        return call.readOnly() ? null : run.nextId(Run.OWN_SPAN);
    }

    @Override
    public String traceId() {
        return call.readOnly() ? null : run.nextTraceId();
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
