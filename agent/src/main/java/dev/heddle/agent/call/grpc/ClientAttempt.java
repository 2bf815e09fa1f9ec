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
    private static final int FLAGS = 2;

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<ClientAttempt> STATE =
            AtomicIntegerFieldUpdater.newUpdater(ClientAttempt.class, "state");

    private final ClientPass<Q, R> pass;
    /** The flags, and above them the position that events wait from: one field, for each call has this object. */
    private volatile int state;

    private ClientCall<Q, R> call;
    private volatile Held<R> held;

    ClientAttempt(ClientPass<Q, R> pass, int eventsFrom) {
        this.pass = pass;
        this.state = eventsFrom << FLAGS;
    }

    void start(ClientCall<Q, R> started, Metadata metadata) {
        call = started;
        started.start(this, metadata);
    }

    // What the interceptors decide.

    private int eventsFrom() {
        return state >> FLAGS;
    }

    @Override
    public void eventsFrom(int position) {
        STATE.updateAndGet(this, old -> position << FLAGS | old & (OPEN | CLOSED));
    }

    /** Lets everything pass as it is. */
    void open() {
        if ((set(OPEN) & CLOSED) != 0) {
            pass.deliver(this::passHeldEnd);
        }
    }

    /** Sets a flag and gives what was set before. */
    private int set(int flag) {
        return STATE.getAndAccumulate(this, flag, (old, added) -> old | added);
    }

    /** Whether it is certain that this is the last attempt. */
    boolean opened() {
        return (state & OPEN) != 0;
    }

    boolean closed() {
        return (state & CLOSED) != 0;
    }

    private boolean passes() {
        return opened() || pass.kind().responseStream();
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

    @Override
    public Reply<Object> stage() {
        Reply<Object> stage = new Reply<>();
        Held<R> response = needHeld();
        response.reply = stage;
        if (closed()) {
            stage.bring(response.message, failure());
        }
        return stage;
    }

    // What is held.

    private synchronized Held<R> needHeld() {
        if (held == null) {
            held = new Held<>();
        }
        return held;
    }

    /** Whether this thread is bringing the end of this call, as the library's callback. */
    boolean calledBackHere() {
        Held<R> response = held;
        return response != null && response.reply != null && response.reply.broughtHere();
    }

    /** The response headers, if they are held. */
    Metadata headers() {
        return held == null ? null : held.headers;
    }

    @Override
    public R message() {
        return held == null ? null : held.message;
    }

    Metadata trailers() {
        return held == null || held.trailers == null ? new Metadata() : held.trailers;
    }

    /** How a call that is closed has failed, or {@code null}. */
    Throwable failure() {
        return held == null || held.status == null ? null : failure(held.status, held.trailers);
    }

    private Throwable failure(Status status, Metadata trailers) {
        Throwable thrown = pass.thrown();
        return thrown != null ? thrown : status.isOk() ? null : new EndedException(status, trailers);
    }

    /** Whether the library has ended it at its deadline, which it tells better than anyone else can. */
    boolean expired() {
        return held != null && held.status.getCode() == Status.Code.DEADLINE_EXCEEDED;
    }

    // What the library tells.

    @Override
    public void onHeaders(Metadata headers) {
        if (pass.ended()) {
            return;
        }
        if (pass.events() != null
                && pass.refused(events -> events.responseHeaders(new MetadataHeaders(headers, false)))) {
            return;
        }
        if (passes()) {
            passHeaders(headers);
        } else {
            needHeld().headers = headers;
        }
    }

    @Override
    @SuppressWarnings("unchecked") // The events keep the type.
    public void onMessage(R response) {
        if (pass.ended()) {
            return;
        }
        R changed = (R) pass.passResponse(response, eventsFrom());
        if (changed == null) {
            call.request(1);
        } else if (passes()) {
            passHeldHeaders();
            if (pass.completions()) {
                needHeld().message = changed;
                held.messagePassed = true;
            }
            passMessage(changed);
        } else {
            needHeld().message = changed;
        }
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        boolean told = pass.events() != null && !pass.ended();
        Status current = told ? pass.passStatus(status, new MetadataHeaders(trailers, false), eventsFrom()) : status;
        close(current, trailers);
    }

    private void close(Status status, Metadata trailers) {
        if (opened() && status.isOk()) {
            set(CLOSED);
            passEnd(status, trailers);
            return;
        }
        Held<R> end = needHeld();
        end.status = status;
        end.trailers = trailers;
        if ((set(CLOSED) & OPEN) != 0) {
            passHeldEnd();
        } else if (pass.forced() != null) {
            pass.finish(null, failure());
        }
        // Whoever makes the stage now sees the end; whoever made it before is seen here.
        if (end.reply != null) {
            end.reply.bring(end.message, failure());
        }
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

    // What the application gets.

    private void passHeaders(Metadata headers) {
        if (pass.events() == null) {
            pass.listener().onHeaders(headers);
        } else {
            pass.callback(() -> pass.listener().onHeaders(headers));
        }
    }

    private void passHeldHeaders() {
        Metadata headers = headers();
        if (headers != null) {
            held.headers = null;
            passHeaders(headers);
        }
    }

    private void passMessage(R response) {
        if (pass.events() == null) {
            pass.listener().onMessage(response);
        } else {
            pass.callback(() -> pass.listener().onMessage(response));
        }
    }

    private void passHeldEnd() {
        passEnd(held.status, held.trailers);
    }

    private void passEnd(Status status, Metadata trailers) {
        if (!pass.end()) {
            return;
        }
        passHeldHeaders();
        if (message() != null && !held.messagePassed) {
            passMessage(message());
        }
        if (pass.events() == null) {
            pass.listener().onClose(status, trailers);
        } else {
            pass.callback(() -> pass.listener().onClose(status, trailers));
        }
        if (pass.completions()) {
            pass.complete(message(), failure(status, trailers));
        }
    }
}
