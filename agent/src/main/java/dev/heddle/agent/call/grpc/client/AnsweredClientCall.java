package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.grpc.CallbackExecutor;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.Collections;
import java.util.Iterator;

/**
 * Stands in for the library's call where an interceptor has answered or refused without going on: brings its responses
 * as the application asks for them, then the end, on the library's executor.
 */
final class AnsweredClientCall<Q, R> extends ClientCall<Q, R> {
    private final CallbackExecutor executor;
    private final boolean answered;
    private Iterator<?> responses;
    private Status status;
    private Metadata trailers;
    private Listener<R> listener;
    private long demand;
    private boolean running;
    private boolean closed;

    /** A call that ends with a status. */
    AnsweredClientCall(CallbackExecutor executor, Status status, Metadata trailers) {
        this.executor = executor;
        this.answered = false;
        this.responses = Collections.emptyIterator();
        this.status = status;
        this.trailers = trailers;
    }

    /** A call that ends well after some responses. */
    AnsweredClientCall(CallbackExecutor executor, Iterable<?> responses) {
        this.executor = executor;
        this.answered = true;
        this.responses = responses.iterator();
        this.status = Status.OK;
        this.trailers = new Metadata();
    }

    /** Takes the place of the library's call behind a listener. */
    void standIn(ClientListenerLayer<Q, R> waiting) {
        ClientCallLayer<Q, R> slot = waiting.call();
        slot.maker().giveUp(slot.delegate());
        slot.delegate(this);
        start(waiting, new Metadata());
    }

    @Override
    public void start(Listener<R> responseListener, Metadata headers) {
        synchronized (this) {
            if (listener != null) {
                throw new IllegalStateException("Already started");
            }
            listener = responseListener;
            running = true;
        }
        executor.execute(() -> {
            if (answered) {
                listener.onHeaders(new Metadata());
            }
            bring();
        });
    }

    @Override
    public void request(int messages) {
        synchronized (this) {
            demand += messages;
            if (running || closed || listener == null) {
                return;
            }
            running = true;
        }
        executor.execute(this::bring);
    }

    /** Brings what is asked for; one thread at a time. */
    @SuppressWarnings("unchecked") // Who made this has checked them.
    private void bring() {
        try {
            while (mayBring()) {
                listener.onMessage((R) responses.next());
            }
        } catch (Throwable thrown) {
            // As the library has it.
            end(Status.CANCELLED.withCause(thrown).withDescription("Failed to read message."), new Metadata());
            bring();
        }
    }

    private boolean mayBring() {
        boolean more = responses.hasNext();
        synchronized (this) {
            if (more && responses.hasNext() && demand > 0) {
                demand--;
                return true;
            }
            running = false;
            if (more && responses.hasNext() || closed) {
                return false;
            }
            closed = true;
        }
        listener.onClose(status, trailers);
        return false;
    }

    private synchronized void end(Status last, Metadata lastTrailers) {
        responses = Collections.emptyIterator();
        status = last;
        trailers = lastTrailers;
    }

    @Override
    public void cancel(String message, Throwable cause) {
        synchronized (this) {
            if (closed || listener == null) {
                return;
            }
            end(Cancellation.status(message, cause), new Metadata());
            if (running) {
                return;
            }
            running = true;
        }
        executor.execute(this::bring);
    }

    @Override
    public void halfClose() {}

    @Override
    public void sendMessage(Q message) {}
}
