package dev.heddle.testing;

import dev.heddle.api.Category;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The recorded calls of a test, or those of them that are wanted: a live view, in the order in which they came to the
 * end of the interceptors. What Temporal's clients and workers say to their server over gRPC is not among them.
 * Thread-safe.
 *
 * <p>What waits here waits for ten seconds at most, and ends in an {@link AssertionError} that lists what there is.
 */
public final class Calls implements Iterable<RecordedCall> {
    static final int SECONDS = 10;

    private final Recorder recorder;
    private final Predicate<RecordedCall> wanted;
    private final String description;

    Calls(Recorder recorder) {
        this(recorder, call -> true, "calls");
    }

    private Calls(Recorder recorder, Predicate<RecordedCall> wanted, String description) {
        this.recorder = recorder;
        this.wanted = wanted;
        this.description = description;
    }

    /** Of these those that the predicate accepts. */
    public Calls where(Predicate<RecordedCall> condition) {
        return narrowed(condition, "where ...");
    }

    /** Of these those of a category. */
    public Calls in(Category category) {
        return narrowed(call -> call.category() == category, "in " + category);
    }

    /** Of these those of the operations of that name, such as {@code executeActivity}. */
    public Calls named(String operation) {
        return narrowed(call -> call.operation().name().equals(operation), "named " + operation);
    }

    /** Of these those of what has that name: a type of workflow or activity, a signal, a query, a method. */
    public Calls of(String name) {
        return narrowed(call -> Objects.equals(call.name(), name), "of " + name);
    }

    /** Of these those in or about a workflow. */
    public Calls ofWorkflow(String workflowId) {
        return narrowed(call -> Objects.equals(call.workflowId(), workflowId), "of workflow " + workflowId);
    }

    private Calls narrowed(Predicate<RecordedCall> condition, String words) {
        return new Calls(recorder, wanted.and(condition), description + " " + words);
    }

    /** Those there are now. */
    public List<RecordedCall> list() {
        return recorder.list(wanted);
    }

    @Override
    public Iterator<RecordedCall> iterator() {
        return list().iterator();
    }

    /** Waits for the first. */
    public RecordedCall first() {
        return await(1).get(0);
    }

    /** Waits until there are so many, and returns all there are then. */
    public List<RecordedCall> await(int count) {
        try {
            List<RecordedCall> found = recorder.await(count, wanted, SECONDS);
            if (found.size() < count) {
                throw new AssertionError("expected " + count + " " + description + " but there are " + found + " among "
                        + recorder.list(call -> true));
            }
            return found;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + description, interrupted);
        }
    }

    @Override
    public String toString() {
        return description + " " + list();
    }
}
