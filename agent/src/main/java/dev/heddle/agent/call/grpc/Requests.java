package dev.heddle.agent.call.grpc;

import dev.heddle.api.GrpcException;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The requests of a call as its interceptors ask for them: the one there is, or of a stream all of them once it has
 * ended. Thread-safe; told by one thread at a time.
 */
public final class Requests {
    private final boolean stream;
    private final ReadOnlyStage<Object> one = new ReadOnlyStage<>();
    private final ReadOnlyStage<List<Object>> all = new ReadOnlyStage<>();
    private final List<Object> messages = new ArrayList<>(1);
    private boolean wanted;
    private boolean allWanted;
    private boolean replaced;

    /** None yet. */
    public Requests(boolean stream) {
        this.stream = stream;
    }

    /** The one request, when it has come. */
    public CompletionStage<Object> one() {
        synchronized (this) {
            wanted = true;
        }
        return one;
    }

    /** All requests, when the last has come. Of a stream only those are kept that come from now on. */
    public CompletionStage<List<Object>> all() {
        synchronized (this) {
            wanted = true;
            allWanted = true;
        }
        return all;
    }

    /** Whether somebody waits for a message. */
    public synchronized boolean awaited() {
        return wanted && !(allWanted ? all.isDone() : one.isDone());
    }

    /** Whether all messages of a stream are kept. */
    public synchronized boolean allWanted() {
        return allWanted;
    }

    /** A request has come. */
    public void message(Object message) {
        synchronized (this) {
            if (stream ? allWanted : messages.isEmpty()) {
                messages.add(message);
            }
        }
        if (!stream) {
            one.bring(message, null);
        }
    }

    /** No further request will come. */
    public void halfClose() {
        List<Object> complete;
        synchronized (this) {
            complete = Collections.unmodifiableList(new ArrayList<>(messages));
        }
        if (!stream && complete.isEmpty()) {
            fail(Status.INTERNAL.withDescription("Half-closed without a request"));
        } else {
            all.bring(complete, null);
        }
    }

    /** The call is over, before or after its requests have come. */
    public void fail(Status status) {
        GrpcException over = new EndedException(status, new Metadata());
        one.bring(null, over);
        all.bring(null, over);
    }

    /** The one request, as an interceptor may have put it; empty if there is none, or a stream. */
    synchronized List<Object> arguments() {
        return stream ? List.of() : Collections.unmodifiableList(new ArrayList<>(messages));
    }

    /** Puts another request in the place of the one there is. */
    synchronized void replace(Object message) {
        messages.set(0, message);
        replaced = true;
    }

    /** The request that goes on for the one that came. */
    public synchronized Object current(Object message) {
        return replaced ? messages.get(0) : message;
    }

    /** Whether this is what an interceptor was told because there is no request. */
    boolean failedWith(Throwable failure) {
        return one.isCompletedExceptionally()
                && one.handle((value, told) -> told == failure).join();
    }
}
