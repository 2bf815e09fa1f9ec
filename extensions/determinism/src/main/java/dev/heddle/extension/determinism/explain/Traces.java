package dev.heddle.extension.determinism.explain;

import dev.heddle.api.Attribute;
import dev.heddle.api.WorkflowCall;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Notes what the code of runs asks for, of the latest runs. Thread-safe. */
final class Traces {
    private static final Attribute<Trace> OF_RUN = Attribute.named("determinism.trace");
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final String REPLAYED = "run_id_in_replay";
    private static final int DEEPEST = 100;
    private static final int RUNS = 500;

    private final Predicate<String> own;

    private final Map<String, Trace> runs = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Trace> eldest) {
            return size() > RUNS;
        }
    };

    /** @param own whether a class is the application's, by its name */
    Traces(Predicate<String> own) {
        this.own = own;
    }

    /** Notes what a call asks for, and goes on. */
    Object note(WorkflowCall call) throws Throwable {
        StepKind kind = StepKind.ofOperation(call.operation().name());
        // One that waits for a condition alone has no timer.
        if (!call.operation().name().equals("await") || call.argument(0) instanceof Duration) {
            trace(call).add(new Step(kind, name(kind, call), 0, line()));
        }
        return call.proceed();
    }

    private static String name(StepKind kind, WorkflowCall call) {
        return switch (kind) {
            case ACTIVITY, LOCAL_ACTIVITY, CHILD, NEXUS, SIGNAL -> call.name();
            case VERSION -> String.valueOf(call.argument(0));
            default -> null;
        };
    }

    private Trace trace(WorkflowCall call) {
        Trace trace = call.get(OF_RUN);
        if (trace == null) {
            trace = begin(run(call));
            call.set(OF_RUN, trace);
        }
        return trace;
    }

    /** In a replay all runs have the same ID. */
    private static String run(WorkflowCall call) {
        Instant began = call.runStartedAt();
        return REPLAYED.equals(call.runId()) && began != null
                ? replay(call.workflowType(), began.toEpochMilli())
                : call.runId();
    }

    /** What a run is known by in a replay. */
    static String replay(String type, long began) {
        return type + '@' + began;
    }

    private synchronized Trace begin(String run) {
        Trace trace = new Trace(runs.get(run));
        runs.put(run, trace);
        return trace;
    }

    /** That of a run, or of what it is known by in a replay, or {@code null}. */
    synchronized Trace of(String run) {
        return runs.get(run);
    }

    /** The application's line that the thread at hand is at. */
    private String line() {
        return STACK.walk(frames -> frames.limit(DEEPEST)
                .filter(frame -> own.test(frame.getClassName()))
                .findFirst()
                .map(CodeLine::of)
                .orElse(null));
    }
}
