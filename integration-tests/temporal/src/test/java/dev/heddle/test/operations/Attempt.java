package dev.heddle.test.operations;

import dev.heddle.api.Call;
import dev.heddle.api.TemporalCall;
import dev.heddle.api.WorkflowCall;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One call of an operation, through what Heddle puts in front of a recorder. */
public final class Attempt<S> {
    private final OperationCase<S> row;
    private final String namespace = UUID.randomUUID().toString();
    private final Recorder next = new Recorder();
    private final Sample sample = new Sample();
    private final S front;
    private final Object output;

    /** Prepares it; on a workflow thread if the operation is a workflow's. */
    public Attempt(OperationCase<S> row) {
        this.row = row;
        this.front = Front.of(row.surface(), next, namespace);
        this.output = row.output();
        next.answer(row.name(), () -> output);
    }

    /** Calls. */
    public Object invoke() throws Throwable {
        return row.invoke(front, sample);
    }

    /** Waits for what comes later, and throws what it failed with; anything else has come. */
    public Object get(Object returned) throws Throwable {
        Object value = returned == null ? null : row.value(returned);
        if (value instanceof Promise<?> promise) {
            if (promise.getFailure() != null) {
                throw promise.getFailure();
            }
            return promise.get();
        }
        try {
            return value instanceof CompletableFuture<?> future ? future.join() : value;
        } catch (CompletionException failure) {
            throw failure.getCause();
        }
    }

    /** A promise or a future, as this operation returns one, that is completed by hand. */
    public Object promise() {
        return row.ofWorkflow() ? Workflow.newPromise() : new CompletableFuture<>();
    }

    /** Says whether this is the call; safe to ask of any call. */
    public boolean isOurs(Call call) {
        if (!call.operation().name().equals(row.name())) {
            return false;
        }
        return row.ofWorkflow()
                ? call instanceof WorkflowCall ofWorkflow
                        && Workflow.getInfo().getRunId().equals(ofWorkflow.runId())
                : call instanceof TemporalCall temporal && namespace.equals(temporal.namespace());
    }

    /** What stands at the end. */
    public Recorder next() {
        return next;
    }

    /** What the library answers. */
    public Object output() {
        return output;
    }

    Sample sample() {
        return sample;
    }

    String namespace() {
        return namespace;
    }
}
