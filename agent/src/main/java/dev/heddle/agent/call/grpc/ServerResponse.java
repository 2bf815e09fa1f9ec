package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

/**
 * What a handler answers, held until it is known that it passes as it is. No handler runs twice, so a server's call has
 * one of these, and it is the pass itself.
 */
abstract class ServerResponse<Q, R> extends ServerTerms<Q, R> implements Attempt {
    private static final int ALL_PASSED = MESSAGE_PASSED | END_PASSED | ENDED;

    private Metadata headers;
    private R message;
    private Metadata trailers;

    ServerResponse(Chain chain, ServerCall<Q, R> call, Metadata requestHeaders) {
        super(chain, call, requestHeaders);
    }

    // What the handler does.

    final void holdHeaders(Metadata given) {
        headers = given;
        if (is(OPEN)) {
            passHeld();
        }
    }

    final void holdMessage(R given) {
        message = given;
        if (is(OPEN)) {
            passHeld();
        }
    }

    final void holdEnd(Status status, Metadata given) {
        if (is(CLOSED) && thrown() == null) {
            throw new IllegalStateException("call already closed");
        }
        status(status);
        trailers = given;
        if (runsHere()) {
            // Nobody can have let it pass yet.
            setAlone(CLOSED);
        } else if ((set(CLOSED) & OPEN) != 0) {
            passHeld();
            passEnd(set(ALL_PASSED));
        }
        // Whoever makes the stage now sees the end; whoever made it before is seen here.
        Reply<Object> reply = awaited();
        if (reply != null) {
            reply.bring(message, failure());
        }
    }

    /** Notes what the handler has thrown. */
    final void fail(Throwable failure) {
        needExtras().thrown = failure;
        status(Statuses.of(failure));
        trailers = new Metadata();
        set(CLOSED);
        failReply(failure);
    }

    // What the interceptors decide.

    /** Lets everything pass as it is. */
    final void open() {
        if (done() || (set(OPEN) & CLOSED) != 0 && done()) {
            int before = flags();
            // The handler has done with the call, and the library waits for this thread.
            setAlone(OPEN | ALL_PASSED);
            passEnd(before);
        } else {
            passHeld();
        }
    }

    /** Whether the handler has closed the call, and not because it has thrown. */
    private boolean done() {
        return closed() && thrown() == null;
    }

    /** Lets nothing more of the handler's pass. */
    final void drop() {
        set(DROPPED);
    }

    final boolean dropped() {
        return is(DROPPED);
    }

    final boolean closed() {
        return is(CLOSED);
    }

    @Override
    public Reply<Object> stage() {
        Reply<Object> stage = new Reply<>();
        needExtras().reply = stage;
        if (closed()) {
            stage.bring(message, failure());
        }
        return stage;
    }

    /** Tells whoever waits for the response, if the handler has not answered, that nobody will. */
    final void giveUp(Throwable cancelled) {
        if (!closed()) {
            failReply(cancelled);
        }
    }

    private void failReply(Throwable failure) {
        Reply<Object> reply = awaited();
        if (reply != null) {
            reply.bring(null, failure);
        }
    }

    private Reply<Object> awaited() {
        Extras extras = extras();
        return extras == null ? null : extras.reply;
    }

    final int eventsFrom() {
        Extras extras = extras();
        return extras == null ? 0 : extras.eventsFrom;
    }

    @Override
    public void eventsFrom(int position) {
        if (position != eventsFrom()) {
            needExtras().eventsFrom = position;
        }
    }

    // What the client gets.

    /** Under a lock for a handler that is at it while the last interceptor returns. */
    private synchronized void passHeld() {
        passHeaders();
        if (message != null && (set(MESSAGE_PASSED) & MESSAGE_PASSED) == 0) {
            call().sendMessage(message);
        }
    }

    /**
     * Ends the call when handler and interceptors have both done with it. Without a lock: one of the two is the last to
     * say so, and comes here.
     */
    private void passEnd(int before) {
        if ((before & END_PASSED) != 0) {
            return;
        }
        passHeaders();
        if (message != null && (before & MESSAGE_PASSED) == 0) {
            call().sendMessage(message);
        }
        call().close(status(), trailers);
        if ((before & ENDED) == 0 && completions()) {
            complete(message, failure());
        }
    }

    private void passHeaders() {
        Metadata passing = headers;
        if (passing != null) {
            headers = null;
            call().sendHeaders(passing);
        }
    }

    /** The response headers, if they are held. */
    final Metadata responseHeaders() {
        return headers;
    }

    @Override
    public R message() {
        return message;
    }

    final Metadata trailers() {
        return trailers;
    }

    /** Any but the usual status has its place among the extras. */
    private void status(Status status) {
        if (status != Status.OK || extras() != null) {
            needExtras().status = status;
        }
    }

    private Status status() {
        Extras extras = extras();
        return extras == null || extras.status == null ? Status.OK : extras.status;
    }

    private Throwable failure() {
        Throwable thrown = thrown();
        return thrown != null ? thrown : status().isOk() ? null : new EndedException(status(), trailers);
    }
}
