package dev.heddle.agent.call.grpc;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * One call of a channel, and what the library tells of it. A response stream passes as it comes; one response, and the
 * end of any call, wait here until it is known that they pass as they are.
 */
final class ClientAttempt<Q, R> extends ClientCall.Listener<R> implements Attempt {
    private static final int OPEN = 1;
    private static final int CLOSED = 2;

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<ClientAttempt> STATE =
            AtomicIntegerFieldUpdater.newUpdater(ClientAttempt.class, "state");

    private final ClientPass<Q, R> pass;
    private short eventsFrom;
    private volatile int state;
    private ClientCall<Q, R> call;
    private Metadata headers;
    private R message;
    private boolean messagePassed;
    private Status status;
    private Metadata trailers;
    private volatile Reply<Object> reply;

    ClientAttempt(ClientPass<Q, R> pass, int eventsFrom) {
        this.pass = pass;
        this.eventsFrom = (short) eventsFrom;
    }

    void start(ClientCall<Q, R> started, Metadata metadata) {
        call = started;
        started.start(this, metadata);
    }

    @Override
    public void eventsFrom(int position) {
        eventsFrom = (short) position;
    }

    /** Lets everything pass as it is. */
    void open() {
        if ((STATE.getAndAccumulate(this, OPEN, (old, flag) -> old | flag) & CLOSED) != 0) {
            pass.deliver(this::passEnd);
        }
    }

    /** Whether it is certain that this is the last attempt. */
    boolean opened() {
        return (state & OPEN) != 0;
    }

    boolean closed() {
        return (state & CLOSED) != 0;
    }

    /** Cancels what is still going on, because the application has its answer. */
    void abandon(Throwable cause) {
        if (!closed() && call != null) {
            call.cancel("an interceptor has answered the call", cause);
        }
    }

    /** Notes that the library or the application's own interceptors could not even start the call. */
    void fail(Throwable failure) {
        pass.needExtras().thrown = failure;
        close(Status.fromThrowable(failure), new Metadata());
    }

    /** Whether this thread is bringing the end of this call, as the library's callback. */
    boolean calledBackHere() {
        Reply<Object> stage = reply;
        return stage != null && stage.broughtHere();
    }

    Metadata headers() {
        return headers;
    }

    R message() {
        return message;
    }

    Metadata trailers() {
        return trailers;
    }

    private boolean single() {
        return !pass.kind().responseStream();
    }

    private boolean passes() {
        return (state & OPEN) != 0 || !single();
    }

    @Override
    public void onHeaders(Metadata responseHeaders) {
        if (pass.ended()) {
            return;
        }
        if (pass.events() != null
                && pass.refused(events -> events.responseHeaders(new MetadataHeaders(responseHeaders, false)))) {
            return;
        }
        headers = responseHeaders;
        if (passes()) {
            passHeaders();
        }
    }

    private void passHeaders() {
        Metadata current = headers;
        headers = null;
        if (current != null && pass.events() == null) {
            pass.listener().onHeaders(current);
        } else if (current != null) {
            pass.callback(() -> pass.listener().onHeaders(current));
        }
    }

    @Override
    @SuppressWarnings("unchecked") // The events keep the type.
    public void onMessage(R response) {
        if (pass.ended()) {
            return;
        }
        R changed = (R) pass.passResponse(response, eventsFrom);
        if (changed == null) {
            call.request(1);
            return;
        }
        if (passes()) {
            messagePassed = true;
            passHeaders();
            passMessage(changed);
        }
        if (single()) {
            message = changed;
        }
    }

    private void passMessage(R response) {
        if (pass.events() == null) {
            pass.listener().onMessage(response);
        } else {
            pass.callback(() -> pass.listener().onMessage(response));
        }
    }

    @Override
    public void onClose(Status closed, Metadata closedWith) {
        boolean told = pass.events() != null && !pass.ended();
        Status current = told ? pass.passStatus(closed, new MetadataHeaders(closedWith, false), eventsFrom) : closed;
        close(current, closedWith);
    }

    private void close(Status current, Metadata closedWith) {
        status = current;
        trailers = closedWith;
        int before = STATE.getAndAccumulate(this, CLOSED, (old, flag) -> old | flag);
        if ((before & OPEN) != 0) {
            passEnd();
        } else if (pass.forced() != null) {
            pass.finish(null, failure());
        }
        // Whoever makes the stage now sees the end; whoever made it before is seen here.
        if (reply != null) {
            reply.bring(message, failure());
        }
    }

    private void passEnd() {
        if (!pass.end()) {
            return;
        }
        passHeaders();
        if (message != null && !messagePassed) {
            passMessage(message);
        }
        if (pass.events() == null) {
            pass.listener().onClose(status, trailers);
        } else {
            pass.callback(() -> pass.listener().onClose(status, trailers));
        }
        pass.complete(message, failure());
    }

    /** Whether the library has ended it at its deadline, which it tells better than anyone else can. */
    boolean expired() {
        return status.getCode() == Status.Code.DEADLINE_EXCEEDED;
    }

    Throwable failure() {
        Throwable thrown = pass.thrown();
        return thrown != null ? thrown : status.isOk() ? null : new EndedException(status, trailers);
    }

    @Override
    public Reply<Object> stage() {
        Reply<Object> stage = new Reply<>();
        reply = stage;
        if (closed()) {
            stage.bring(message, failure());
        }
        return stage;
    }

    @Override
    public void onReady() {
        if (pass.ended() || pass.refused(EventChain::ready)) {
            return;
        }
        if (pass.events() == null) {
            pass.listener().onReady();
        } else {
            pass.callback(pass.listener()::onReady);
        }
    }
}
