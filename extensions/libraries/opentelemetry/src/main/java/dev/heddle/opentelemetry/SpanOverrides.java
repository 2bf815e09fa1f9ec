package dev.heddle.opentelemetry;

import java.util.function.Supplier;

/**
 * What an SDK does not decide by itself: the IDs of the spans that Heddle makes, and the IDs, times and ends of those that
 * workflow code makes. On any other thread there is nothing to override.
 */
final class SpanOverrides {
    private final Supplier<? extends WorkflowCode> here;
    private final ThreadLocal<String[]> chosen = new ThreadLocal<>();
    private final RecentIds ended = new RecentIds();

    /**
     * None yet.
     *
     * @param here gives the code of a workflow that runs on the thread at hand, or {@code null}
     */
    SpanOverrides(Supplier<? extends WorkflowCode> here) {
        this.here = here;
    }

    /** Chooses the IDs of the next span on this thread, which makes one after the other. */
    void choose(String traceId, String spanId) {
        String[] ids = chosen.get();
        if (ids == null) {
            ids = new String[2];
            chosen.set(ids);
        }
        ids[0] = traceId;
        ids[1] = spanId;
    }

    /** Chooses no more. */
    void forget() {
        choose(null, null);
    }

    /** The code of a workflow that runs here, or {@code null}. */
    WorkflowCode code() {
        return here.get();
    }

    /** The ID of a trace that begins here, or {@code null} for any. */
    String traceId() {
        String[] now = chosen.get();
        if (now != null && now[0] != null) {
            return now[0];
        }
        WorkflowCode code = here.get();
        return code == null ? null : code.traceId();
    }

    /** The ID of a span that begins here, or {@code null} for any. */
    String spanId() {
        String[] now = chosen.get();
        if (now != null && now[1] != null) {
            return now[1];
        }
        WorkflowCode code = here.get();
        return code == null ? null : code.spanId();
    }

    /** Whether code that runs here may tell that its span has ended: once, though a task of its workflow is tried again. */
    boolean tells(WorkflowCode code, String spanId) {
        return code.isNews() && ended.add(spanId);
    }
}
