package dev.heddle.agent.call.grpc;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;

/**
 * One call of a channel, and what the library tells of it. A response stream passes as it comes; one response, and the
 * end of any call, are {@link Held} until it is known that they pass as they are. As long as the call has no
 * {@link Extras} nothing is held and nobody watches, so everything passes straight on.
 */
final class ClientAttempt<Q, R> extends ClientCallbacks<Q, R> {
    private ClientCall<Q, R> call;

    ClientAttempt(ClientPass<Q, R> pass) {
        super(pass);
    }

    void start(ClientCall<Q, R> started, Metadata metadata) {
        call = started;
        started.start(this, metadata);
    }

    /** The library's call, {@code null} before it starts. */
    ClientCall<Q, R> call() {
        return call;
    }

    // What the interceptors decide.

    /** Lets everything pass as it is. */
    void open() {
        if ((set(OPEN) & CLOSED) != 0) {
            pass.deliver(this::passHeldEnd);
        }
    }

    private boolean passes() {
        return opened() || pass.responseStream();
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
        end(Status.fromThrowable(failure), new Metadata());
    }

    // What the library tells.

    @Override
    void headers(Metadata headers) {
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
    void message(R response) {
        if (pass.ended()) {
            return;
        }
        if (pass.extras() == null && passes()) {
            pass.listener().onMessage(response);
            return;
        }
        Object changed = pass.passResponse(response, eventsFrom());
        if (changed == null) {
            call.request(1);
        } else if (passes()) {
            passHeldHeaders();
            if (pass.completions()) {
                Held held = needHeld();
                held.message = changed;
                held.messagePassed = true;
            }
            passMessage(changed);
        } else {
            needHeld().message = changed;
        }
    }

    @Override
    void close(Status status, Metadata trailers) {
        boolean told = pass.events() != null && !pass.ended();
        Status current = told ? pass.passStatus(status, new MetadataHeaders(trailers, false), eventsFrom()) : status;
        end(current, trailers);
    }

    private void end(Status status, Metadata trailers) {
        if (opened() && status.isOk()) {
            passEnd(status, trailers);
            return;
        }
        Held end = needHeld();
        end.status = status;
        end.trailers = trailers;
        if ((set(CLOSED) & OPEN) != 0) {
            passHeldEnd();
        } else if (pass.forced() != null) {
            pass.finish(null, failure());
        }
        // Whoever makes the stage now sees the end; whoever made it before is seen here.
        if (end.reply != null) {
            bring(end);
        }
    }

    @Override
    void ready() {
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
        Held held = held();
        if (held != null && held.headers != null) {
            Metadata headers = held.headers;
            held.headers = null;
            passHeaders(headers);
        }
    }

    @SuppressWarnings("unchecked") // The events keep the type.
    private void passMessage(Object response) {
        if (pass.events() == null) {
            pass.listener().onMessage((R) response);
        } else {
            pass.callback(() -> pass.listener().onMessage((R) response));
        }
    }

    private void passHeldEnd() {
        Held held = held();
        passEnd(held.status, held.trailers);
    }

    private void passEnd(Status status, Metadata trailers) {
        if (pass.extras() == null) {
            pass.endAlone();
            pass.listener().onClose(status, trailers);
            return;
        }
        if (!pass.end()) {
            return;
        }
        passHeldHeaders();
        Held held = held();
        if (held != null && held.message != null && !held.messagePassed) {
            passMessage(held.message);
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
