package dev.heddle.agent.call.grpc;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What a client's attempt holds back, and whether it still has to. As long as the call has no {@link Extras} nothing is
 * held.
 */
abstract class ClientResponse<Q, R> extends ClientCall.Listener<R> implements Attempt {
    static final int OPEN = 1;
    static final int CLOSED = 2;
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(ClientResponse.class, "state", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    final ClientPass<Q, R> pass;
    /** The two flags in one field, so that whoever sets one learns whether the other came before. */
    private volatile int state;

    ClientResponse(ClientPass<Q, R> pass) {
        this.pass = pass;
    }

    /** Sets a flag and gives what was set before. */
    final int set(int flag) {
        return (int) STATE.getAndBitwiseOr(this, flag);
    }

    /** Whether it is certain that this is the last attempt. */
    final boolean opened() {
        return (state & OPEN) != 0;
    }

    /** Whether it has ended and waits for the interceptors; an end that passes at once ends the pass. */
    final boolean closed() {
        return (state & CLOSED) != 0;
    }

    @Override
    public Reply<Object> stage() {
        Reply<Object> stage = new Reply<>();
        Held response = needHeld();
        response.reply = stage;
        if (closed()) {
            bring(response);
        }
        return stage;
    }

    /** A stream's messages pass as they come, and the last of them is not its reply. */
    final void bring(Held end) {
        end.reply.bring(pass.responseStream() ? null : end.message, failure());
    }

    // What is held.

    final Held held() {
        Extras extras = pass.extras();
        return extras == null ? null : extras.held(this);
    }

    final Held needHeld() {
        return pass.needExtras().needHeld(this);
    }

    /** Whether this thread is bringing the end of this call, as the library's callback. */
    final boolean calledBackHere() {
        Held held = held();
        return held != null && held.reply != null && held.reply.broughtHere();
    }

    /** The response headers, if they are held. */
    final Metadata headers() {
        Held held = held();
        return held == null ? null : held.headers;
    }

    @Override
    public Object message() {
        Held held = held();
        return held == null ? null : held.message;
    }

    final Metadata trailers() {
        Held held = held();
        return held == null || held.trailers == null ? new Metadata() : held.trailers;
    }

    /** How a call that is closed has failed, or {@code null}. */
    final Throwable failure() {
        Held held = held();
        return held == null || held.status == null ? null : failure(held.status, held.trailers);
    }

    final Throwable failure(Status status, Metadata trailers) {
        Throwable thrown = pass.thrown();
        return thrown != null ? thrown : status.isOk() ? null : new EndedException(status, trailers);
    }

    /** Whether the library has ended it at its deadline, which it tells better than anyone else can. */
    final boolean expired() {
        Held held = held();
        return held != null && held.status.getCode() == Status.Code.DEADLINE_EXCEEDED;
    }

    final int eventsFrom() {
        Held held = held();
        return held == null ? 0 : held.eventsFrom;
    }

    @Override
    public void eventsFrom(int position) {
        if (position != eventsFrom()) {
            needHeld().eventsFrom = position;
        }
    }
}
