package dev.heddle.extension.opentelemetrytracing;

import dev.heddle.api.Attribute;
import dev.heddle.api.WorkflowCall;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Map;

/**
 * A workflow run, as far as it is traced. Its spans have IDs that follow from the run and their position in it, so that
 * whoever replays it comes to the same: the first eight bytes of SHA-256 of
 * {@code heddle-1/NAMESPACE/WORKFLOW ID/RUN ID/SPAN NAME/n}, for the n-th span of that name from 0, and of a trace that
 * begins with the run the first sixteen of {@code heddle-1/NAMESPACE/WORKFLOW ID/RUN ID}. For the n-th span that workflow code
 * makes itself within a call the name is {@code span/ID}, with the ID of that call's span, and for the n-th trace that begins
 * there {@code trace/ID}, sixteen bytes; within a call that has no span it is {@code span} or {@code trace}, for the n-th of
 * the run. Temporal runs one thread of a workflow at a time.
 */
final class Run {
    private static final Attribute<Run> RUN = Attribute.named("run");
    private static final String VERSION = "heddle-1";
    /** Stands for the names of spans that workflow code makes itself: an SDK chooses the ID without the name. */
    static final String OWN_SPAN = "span";

    private static final String OWN_TRACE = "trace";

    private final Ids ids;
    private final String seed;
    private final Map<String, int[]> ordinals = new HashMap<>();
    private SpanDraft span;
    private Context context = Context.root();
    private boolean over;
    private long taskTime;
    private long taskSeenAt;
    private long lastNow;

    private Run(WorkflowCall call, Ids ids) {
        this.ids = ids;
        seed = VERSION + "/" + call.namespace() + "/" + call.workflowId() + "/" + call.runId();
    }

    /** The run that a call happens in. */
    static Run of(WorkflowCall call, Ids ids) {
        Run known = call.get(RUN);
        if (known == null) {
            known = new Run(call, ids);
            call.set(RUN, known);
        }
        return known;
    }

    /**
     * The context of its own span, from the time its method begins, or of a trace that is not sampled; before, as in a signal
     * that has come with the start, it is of none.
     */
    Context context() {
        return context;
    }

    /** The run's own span; {@code null} before its method begins, and where its trace is not sampled. */
    SpanDraft span() {
        return span;
    }

    /** Its method begins under its own span. */
    void begin(SpanDraft ofRun) {
        span = ofRun;
        context = ofRun.current();
    }

    /** Its method begins in a trace that is not sampled. */
    void begin(Context unsampled) {
        context = unsampled;
    }

    /** It has come to its end, and that was no repetition. */
    void end() {
        over = true;
    }

    /** Whether it has: threads that are left are taken down, and what they then tell is told by nobody else. */
    boolean isOver() {
        return over;
    }

    /** The ID of its trace, if that begins with it. */
    String traceId() {
        return ids.trace(seed);
    }

    /** The ID of the next trace that begins in its code where a call has no span. */
    String nextTraceId() {
        return ids.trace(seed, OWN_TRACE, next(OWN_TRACE));
    }

    /** The ID of a trace that begins in the code of a call, by its number there. */
    String ownTraceId(String spanOfCall, int number) {
        return ids.trace(seed, OWN_TRACE, spanOfCall, number);
    }

    /** The ID of a span that the code of a call makes, by its number there. */
    String ownSpanId(String spanOfCall, int number) {
        return ids.span(seed, OWN_SPAN, spanOfCall, number);
    }

    /** The ID of its next span of a name. */
    String nextId(String name) {
        return ids.span(seed, name, next(name));
    }

    /** The ID of the only span of its name for something that has an ID. */
    String idOf(String name, String of) {
        return ids.span(seed, name, of);
    }

    private int next(String name) {
        int[] ordinal = ordinals.get(name);
        if (ordinal == null) {
            ordinal = new int[1];
            ordinals.put(name, ordinal);
        }
        return ordinal[0]++;
    }

    /**
     * What time it is in the workflow, in nanoseconds since 1970, never before what was said last: when the server began the
     * task at hand, and what has passed since this was first asked in it. Replay takes no time.
     */
    long now(WorkflowCall call) {
        return now(call, call.replaying());
    }

    /** The same of a call of which it is known whether it replays. */
    long now(WorkflowCall call, boolean replaying) {
        long time = Spans.nanos(call.currentTime());
        long clock = System.nanoTime();
        if (time != taskTime) {
            taskTime = time;
            taskSeenAt = clock;
        }
        lastNow = Math.max(lastNow, replaying ? time : time + (clock - taskSeenAt));
        return lastNow;
    }
}
