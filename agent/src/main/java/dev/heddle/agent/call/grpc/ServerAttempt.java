package dev.heddle.agent.call.grpc;

import io.grpc.ForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * The handler's side of a server's call, and what the handler does with it. A response stream passes as it comes; one
 * response, and the end of any call, wait here until it is known that they pass as they are.
 */
final class ServerAttempt<Q, R> extends ForwardingServerCall<Q, R> implements Attempt {
    private static final int OPEN = 1;
    private static final int CLOSED = 2;
    private static final int DROPPED = 4;
    private static final int MESSAGE_PASSED = 8;
    private static final int END_PASSED = 16;
    private static final int FLAGS = 5;

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<ServerAttempt> STATE =
            AtomicIntegerFieldUpdater.newUpdater(ServerAttempt.class, "state");

    private final ServerPass<Q, R> pass;
    /** The flags, and above them the position that events wait from: one field, for each call has this object. */
    private volatile int state;

    private Metadata headers;
    private R message;
    private Status status;
    private Metadata trailers;
    private volatile Reply<Object> reply;

    ServerAttempt(ServerPass<Q, R> pass, int eventsFrom) {
        this.pass = pass;
        this.state = eventsFrom << FLAGS;
    }

    @Override
    protected ServerCall<Q, R> delegate() {
        return pass.call();
    }

    @Override
    public MethodDescriptor<Q, R> getMethodDescriptor() {
        return pass.method();
    }

    private int eventsFrom() {
        return state >> FLAGS;
    }

    private boolean is(int flag) {
        return (state & flag) != 0;
    }

    /** Sets a flag and says whether it was not set. */
    private boolean set(int flag) {
        return (STATE.getAndAccumulate(this, flag, (old, added) -> old | added) & flag) == 0;
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
        return is(DROPPED) || super.isCancelled();
    }

    @Override
    public void sendHeaders(Metadata responseHeaders) {
        if (is(DROPPED)) {
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
        headers = responseHeaders;
        passWhatIsOpen();
    }

    @Override
    @SuppressWarnings("unchecked") // The events keep the type.
    public void sendMessage(R response) {
        if (is(DROPPED)) {
            return;
        }
        R changed = (R) pass.passResponse(response, eventsFrom());
        if (pass.kind().responseStream()) {
            if (changed != null) {
                super.sendMessage(changed);
            }
            return;
        }
        message = changed;
        passWhatIsOpen();
    }

    @Override
    public void close(Status closedWith, Metadata closing) {
        if (is(DROPPED)) {
            return;
        }
        Status current = pass.events() == null
                ? closedWith
                : pass.passStatus(closedWith, new MetadataHeaders(closing, true), eventsFrom());
        if (is(CLOSED) && pass.thrown() == null) {
            throw new IllegalStateException("call already closed");
        }
        status = current;
        trailers = closing;
        set(CLOSED);
        if (is(OPEN)) {
            passEnd();
        }
        // Whoever makes the stage now sees the end; whoever made it before is seen here.
        if (reply != null) {
            reply.bring(message, failure());
        }
    }

    /** Sends the one response, or what there is of it, if it passes as it is. */
    private void passWhatIsOpen() {
        if (is(OPEN)) {
            passHeld();
        }
    }

    /** Under a lock for a handler that is at it while the last interceptor returns. */
    private synchronized void passHeld() {
        Metadata responseHeaders = headers;
        headers = null;
        if (responseHeaders != null) {
            super.sendHeaders(responseHeaders);
        }
        if (message != null && set(MESSAGE_PASSED)) {
            super.sendMessage(message);
        }
    }

    // What the interceptors decide.

    @Override
    public void eventsFrom(int position) {
        STATE.updateAndGet(this, old -> position << FLAGS | old & (1 << FLAGS) - 1);
    }

    /** Lets everything pass as it is. */
    void open() {
        set(OPEN);
        if (is(CLOSED) && pass.thrown() == null) {
            passEnd();
        } else {
            passHeld();
        }
    }

    /** Ends the call; a handler that closes just when the last interceptor returns comes here twice. */
    private void passEnd() {
        if (!set(END_PASSED)) {
            return;
        }
        passHeld();
        boolean first = pass.end();
        super.close(status, trailers);
        if (first && pass.completions()) {
            pass.complete(message, failure());
        }
    }

    boolean opened() {
        return is(OPEN);
    }

    boolean closed() {
        return is(CLOSED);
    }

    /** Lets nothing more of the handler's pass: the client has its answer. */
    void drop() {
        set(DROPPED);
    }

    boolean dropped() {
        return is(DROPPED);
    }

    /** Notes what the handler has thrown. */
    void fail(Throwable failure) {
        pass.needExtras().thrown = failure;
        end(failure);
    }

    /** Notes that nobody waits for the handler any more. */
    void cancelled(Throwable failure) {
        if (!closed() && reply != null) {
            reply.bring(null, failure);
        }
    }

    private void end(Throwable failure) {
        status = Statuses.of(failure);
        trailers = new Metadata();
        set(CLOSED);
        if (reply != null) {
            reply.bring(null, failure);
        }
    }

    Metadata headers() {
        return headers;
    }

    @Override
    public R message() {
        return message;
    }

    Metadata trailers() {
        return trailers;
    }

    private Throwable failure() {
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
}
