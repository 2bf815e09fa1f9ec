package dev.heddle.extension.opentelemetrymetrics;

import static dev.heddle.api.Selector.WORKFLOW_INBOUND;

import dev.heddle.api.Interceptors;
import dev.heddle.api.WorkflowCall;
import java.util.List;
import java.util.function.BiConsumer;

/** What costs a worker its time: runs that are replayed from their beginning, and tasks that fail and are tried again. */
final class WorkflowTasks {
    private final Meter<TypesKey> replays;
    private final Meter<TypesKey> failures;

    WorkflowTasks(Meters meters) {
        replays = meters.counter(
                "heddle_workflow_replays", "{replay}", "Runs that were replayed, because they were not in the cache");
        failures = meters.counter(
                "heddle_workflow_task_failures", "{failure}", "What workflow code threw that fails its task");
    }

    void register(Interceptors interceptors) {
        interceptors.on(WORKFLOW_INBOUND.only("execute"), call -> {
            if (call.replaying()) {
                replays.record(TypesKey.ofWorkflow(call, null), 1);
            }
            return call.proceed();
        });
        interceptors.on(WORKFLOW_INBOUND.only("execute", "handleSignal", "executeUpdate"), call -> {
            call.onCompletion(new Failure(failures, call));
            return call.proceed();
        });
    }

    /** What waits for the end of a call. */
    static List<Class<?>> load() {
        return List.of(Failure.class);
    }

    private record Failure(Meter<TypesKey> meter, WorkflowCall call) implements BiConsumer<Object, Throwable> {
        @Override
        public void accept(Object result, Throwable failure) {
            if (failure != null && !Failures.ends(failure) && !call.replaying()) {
                meter.record(TypesKey.ofWorkflow(call, Failures.exception(failure)), 1);
            }
        }
    }
}
