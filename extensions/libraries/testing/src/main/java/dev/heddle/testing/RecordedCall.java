package dev.heddle.testing;

import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.Headers;
import dev.heddle.api.Operation;
import dev.heddle.api.TemporalCall;
import dev.heddle.api.WorkflowCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One call that was intercepted. Who called what is as the outermost interceptor saw it; arguments and headers are as
 * they came out of the interceptors, and the outcome is what the application got. Thread-safe.
 */
public final class RecordedCall {
    private final Operation operation;
    private final String name;
    private final String id;
    private final String namespace;
    private final String workflowId;
    private final boolean replaying;
    private final CompletableFuture<Object> outcome = new CompletableFuture<>();
    private volatile List<Object> arguments;
    private Map<String, Object> headers;
    private boolean arrived;

    RecordedCall(Call call) {
        operation = call.operation();
        name = call.name();
        id = call.id();
        namespace = call instanceof TemporalCall temporal ? temporal.namespace() : null;
        workflowId = call instanceof TemporalCall temporal ? temporal.workflowId() : null;
        replaying = call instanceof WorkflowCall workflow && workflow.replaying();
    }

    /** Notes the outcome. */
    void complete(Object result, Throwable failure) {
        if (failure == null) {
            outcome.complete(result);
        } else {
            outcome.completeExceptionally(failure);
        }
    }

    /** Notes what becomes of the call at the end of the chain; before anyone else knows of this record. */
    void end(Call call, boolean atLibrary) {
        arguments = Collections.unmodifiableList(new ArrayList<>(call.arguments()));
        headers = Collections.unmodifiableMap(read(call.headers()));
        arrived = atLibrary;
    }

    /** Notes the one request of a gRPC call, which passes when the call has gone on. */
    void passed(Object request) {
        arguments = List.of(request);
    }

    private static Map<String, Object> read(Headers live) {
        Map<String, Object> values = new TreeMap<>();
        for (String header : live.names()) {
            values.put(header, live.get(header, Object.class));
        }
        return values;
    }

    /** What kind of call it was. */
    public Operation operation() {
        return operation;
    }

    /** The operation's category. */
    public Category category() {
        return operation.category();
    }

    /** See {@link Call#name()}. */
    public String name() {
        return name;
    }

    /** See {@link Call#id()}. */
    public String id() {
        return id;
    }

    /** The namespace, or {@code null} if it is no call of Temporal. */
    public String namespace() {
        return namespace;
    }

    /** The workflow's ID, or {@code null} if there is none. */
    public String workflowId() {
        return workflowId;
    }

    /** Whether a workflow repeated what it had done before. */
    public boolean replaying() {
        return replaying;
    }

    /** The arguments, as the interceptors left them. */
    public List<Object> arguments() {
        return arguments;
    }

    /** The headers, as the interceptors left them; an unreadable one is the exception that said so. */
    public Map<String, Object> headers() {
        return headers;
    }

    /** Whether it came to the library or the application's code, and no interceptor answered or refused it. */
    public boolean arrived() {
        return arrived;
    }

    /**
     * What the application got, now or later; a copy. It stays open for a workflow that is destroyed or continues as
     * new, which is no outcome.
     */
    public CompletableFuture<Object> outcome() {
        return outcome.copy();
    }

    /** Waits for the result, with the limit of {@link Calls}; a call that failed is an {@link AssertionError}. */
    public Object result() {
        Throwable failure = failure();
        if (failure != null) {
            throw new AssertionError(this + " has no result but failed", failure);
        }
        return outcome.getNow(null);
    }

    /** Waits for the exception that the application got, with the limit of {@link Calls}; {@code null} for a result. */
    public Throwable failure() {
        try {
            outcome.get(Calls.SECONDS, TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException failed) {
            return failed.getCause();
        } catch (TimeoutException | InterruptedException open) {
            throw new AssertionError(this + " has no outcome yet", open);
        }
    }

    @Override
    public String toString() {
        return operation
                + (name == null ? "" : " " + name)
                + (workflowId == null ? "" : " of " + workflowId)
                + (arrived ? "" : " (did not arrive)");
    }
}
