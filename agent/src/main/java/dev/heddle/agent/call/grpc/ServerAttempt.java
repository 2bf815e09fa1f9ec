package dev.heddle.agent.call.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

/**
 * The handler's side of a server's call, and what the handler does with it. A response stream passes as it comes; one
 * response, and the end of any call, wait here until it is known that they pass as they are.
 */
final class ServerAttempt<Q, R> extends SimpleForwardingServerCall<Q, R> implements Attempt {
    private final ServerPass<Q, R> pass;
    private int eventsFrom;
    private boolean opened;
    private boolean closed;
    private boolean startFailed;
    private volatile boolean dropped;
    private Metadata headers;
    private R message;
    private boolean messagePassed;
    private Status status;
    private Metadata trailers;
    private Throwable thrown;
    private Reply<Object> reply;

    ServerAttempt(ServerCall<Q, R> call, ServerPass<Q, R> pass, int eventsFrom) {
        super(call);
        this.pass = pass;
        this.eventsFrom = eventsFrom;
    }

    // What the handler does.

    @Override
    public void request(int count) {
        // One request is here already, and a stream that was kept comes by itself.
        if (pass.kind().requestStream() && !pass.collected()) {
            super.request(count);
        }
    }

    @Override
    public boolean isCancelled() {
        return dropped || super.isCancelled();
    }

    @Override
    public void sendHeaders(Metadata responseHeaders) {
        if (dropped) {
            return;
        }
        if (pass.events() != null
                && pass.refused(events -> events.responseHeaders(new MetadataHeaders(responseHeaders, true)))) {
            return;
        }
        if (pass.kind().responseStream()) {
            super.sendHeaders(responseHeaders);
            return;
        }
        synchronized (this) {
            if (!opened) {
                headers = responseHeaders;
                return;
            }
        }
        super.sendHeaders(responseHeaders);
    }

    @Override
    @SuppressWarnings("unchecked") // The events keep the type.
    public void sendMessage(R response) {
        if (dropped) {
            return;
        }
        R changed = (R) pass.passResponse(response, eventsFrom);
        if (pass.kind().responseStream()) {
            if (changed != null) {
                super.sendMessage(changed);
            }
            return;
        }
        synchronized (this) {
            message = changed;
            if (!opened) {
                return;
            }
            messagePassed = true;
        }
        super.sendMessage(changed);
    }

    @Override
    public void close(Status closedWith, Metadata closing) {
        if (dropped) {
            return;
        }
        Status current = pass.events() == null
                ? closedWith
                : pass.passStatus(closedWith, new MetadataHeaders(closing, true), eventsFrom);
        Reply<Object> waiting;
        boolean pending;
        synchronized (this) {
            if (closed && !pass.ended()) {
                throw new IllegalStateException("call already closed");
            }
            closed = true;
            status = current;
            trailers = closing;
            pending = !opened;
            waiting = reply;
        }
        if (!pending) {
            passEnd();
        }
        if (waiting != null) {
            complete(waiting);
        }
    }

    // What the interceptors decide.

    @Override
    public synchronized void eventsFrom(int position) {
        eventsFrom = position;
    }

    /** Lets everything pass as it is. */
    void open() {
        synchronized (this) {
            opened = true;
            if (headers != null) {
                super.sendHeaders(headers);
            }
            if (message != null && !messagePassed) {
                messagePassed = true;
                super.sendMessage(message);
            }
            if (!closed || thrown != null) {
                return;
            }
        }
        passEnd();
    }

    private void passEnd() {
        boolean first = pass.end();
        super.close(status, trailers);
        if (first) {
            pass.complete(message, failure());
        }
    }

    synchronized boolean opened() {
        return opened;
    }

    synchronized boolean closed() {
        return closed;
    }

    /** Lets nothing more of the handler's pass: the client has its answer. */
    void drop() {
        dropped = true;
    }

    boolean dropped() {
        return dropped;
    }

    /** Notes that what follows comes out of starting the handler. */
    void startFailed() {
        startFailed = true;
    }

    boolean hasStartFailed() {
        return startFailed;
    }

    /** Notes what the handler has thrown. */
    void fail(Throwable failure) {
        thrown = failure;
        end(failure);
    }

    /** Notes that nobody waits for the handler any more. */
    void cancelled(Throwable failure) {
        if (!closed()) {
            end(failure);
        }
    }

    private void end(Throwable failure) {
        Reply<Object> waiting;
        synchronized (this) {
            waiting = reply;
            if (thrown != null) {
                closed = true;
            }
            if (status == null) {
                status = Statuses.of(failure);
                trailers = new Metadata();
            }
        }
        if (waiting != null) {
            waiting.completeExceptionally(failure);
        }
    }

    Throwable thrown() {
        return thrown;
    }

    Metadata headers() {
        return headers;
    }

    synchronized R message() {
        return message;
    }

    Metadata trailers() {
        return trailers;
    }

    private Throwable failure() {
        if (thrown != null) {
            return thrown;
        }
        return status.isOk() ? null : new EndedException(status, trailers);
    }

    @Override
    public Reply<Object> stage() {
        synchronized (this) {
            if (reply == null) {
                reply = new Reply<>();
            }
            if (status == null) {
                return reply;
            }
        }
        complete(reply);
        return reply;
    }

    private void complete(Reply<Object> stage) {
        Throwable failure = failure();
        if (failure == null) {
            stage.complete(message);
        } else {
            stage.completeExceptionally(failure);
        }
    }
}
