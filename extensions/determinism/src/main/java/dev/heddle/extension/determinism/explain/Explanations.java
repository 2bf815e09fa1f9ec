package dev.heddle.extension.determinism.explain;

import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.WORKFLOW_OUTBOUND;

import dev.heddle.api.Interceptors;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.History;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Explains the workflow tasks that fail because code does not do what its history says: in the log, in one block. */
public final class Explanations {
    private static final int MOST = 200;

    private final System.Logger log;
    private final Traces traces;
    private final Tasks tasks = new Tasks(this::explain);
    private final Predicate<String> own;
    /** What the thread at hand, which works at a task, has seen a workflow's thread do. */
    private final ThreadLocal<StuckThread> stuck = new ThreadLocal<>();
    /** What has been explained. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** @param own whether a class is the application's, by its name */
    public Explanations(System.Logger log, Predicate<String> own) {
        this.log = log;
        this.own = own;
        this.traces = new Traces(own);
    }

    /** Has it look on. */
    public void register(Interceptors interceptors) {
        interceptors
                .on(WORKFLOW_OUTBOUND.only(StepKind.operations()), traces::note)
                .on(GRPC_CLIENT.only(Tasks.METHODS), call -> {
                    call.events(tasks);
                    return call.proceed();
                });
    }

    /** Takes note of a thread that the SDK's detector has found, by the exception that it is about to throw. */
    public void stuck(Throwable detected) {
        StuckThread known = stuck.get();
        if (known == null || known.about() != System.identityHashCode(detected)) {
            stuck.set(StuckThread.of(detected, own));
        }
    }

    /** Why a history could not be replayed by the command, in lines; {@code null} if that is not known. */
    public String explain(Throwable failure, Object history) {
        Mismatch mismatch = Mismatch.in(String.valueOf(failure.getMessage()));
        if (mismatch == null || !(history instanceof History events)) {
            return null;
        }
        try {
            Trace trace = traces.of(HistorySteps.run(events));
            return Words.lines(mismatch, Divergence.of(mismatch, HistorySteps.of(events), steps(trace), List.of()));
        } catch (LinkageError shaded) {
            return null;
        }
    }

    private static List<Step> steps(Trace trace) {
        return trace == null ? List.of() : trace.steps();
    }

    private void explain(Task task, Failure failure) {
        StuckThread thread = stuck.get();
        stuck.remove();
        for (Failure each = failure; ; each = each.getCause()) {
            Mismatch mismatch = Mismatch.in(each.getMessage());
            if (mismatch != null) {
                explain(task, mismatch);
                return;
            }
            if (thread != null && (OtherThreads.isOfDeadlock(each.getMessage()) || !each.hasCause())) {
                log.log(Level.WARNING, task + ": " + Words.of(thread, each.getMessage(), own));
                return;
            }
            if (!each.hasCause()) {
                return;
            }
        }
    }

    private void explain(Task task, Mismatch mismatch) {
        Trace trace = traces.of(task.run());
        Divergence divergence =
                Divergence.of(mismatch, task.steps(), steps(trace), trace == null ? List.of() : trace.stepsBefore());
        // Of many runs that stand at the same place one is enough to know why.
        if (known.size() < MOST && known.add(task.type() + divergence.likely())) {
            log.log(Level.WARNING, task + ": " + Words.of(mismatch, divergence));
        } else {
            log.log(Level.WARNING, task + " cannot be replayed either: " + divergence.likely());
        }
    }
}
