package dev.heddle.agent.call.grpc;

import io.grpc.ServerCall;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How far a server's call has come: flags that the library, the handler and the interceptors may set at once. In one
 * field, so that whoever sets one learns which of the others came before it, and each call pays for one.
 */
abstract class ServerState<Q> extends ServerCall.Listener<Q> {
    /** The chain has begun to run. */
    static final int ENTERED = 1;
    /** The one request is complete. */
    static final int HALF_CLOSED = 1 << 1;
    /** The client takes messages, which the handler has not been told yet. */
    static final int READY = 1 << 2;
    /** The chain has gone on to the handler. */
    static final int ARRIVED = 1 << 3;
    /** Something has come that waits for the handler. */
    static final int BACKLOG = 1 << 4;
    /** The handler, if it could start, is told everything as it comes. */
    static final int CAUGHT_UP = 1 << 5;
    /** The handler has closed the call, or thrown. */
    static final int CLOSED = 1 << 6;
    /** What the handler does passes as it is. */
    static final int OPEN = 1 << 7;
    /** The handler's one response has passed, or is about to. */
    static final int MESSAGE_PASSED = 1 << 8;
    /** The handler's end of the call has passed, or is about to. */
    static final int END_PASSED = 1 << 9;
    /** Nothing more of the handler's passes, for the client has its answer. */
    static final int DROPPED = 1 << 10;
    /** It is decided how the call ends. */
    static final int ENDED = 1 << 11;

    /** The client may send any number of requests. */
    static final int REQUEST_STREAM = 1 << 12;
    /** The handler may send any number of responses. */
    static final int RESPONSE_STREAM = 1 << 13;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(ServerState.class, "state", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private volatile int state;
    /** Others need to see no more of it than that it is not theirs. */
    private Thread runner;

    final boolean is(int flag) {
        return (state & flag) != 0;
    }

    /** All that are set. */
    final int flags() {
        return state;
    }

    /** Sets flags and gives those that were set before. */
    final int set(int flags) {
        return (int) STATE.getAndBitwiseOr(this, flags);
    }

    /** Sets a flag unless another one is set; says whether it did. */
    final boolean setUnless(int other, int flag) {
        int before;
        do {
            before = state;
            if ((before & other) != 0) {
                return false;
            }
        } while (!STATE.compareAndSet(this, before, before | flag));
        return true;
    }

    /** Sets flags while nobody else can be setting any, which saves the fence. */
    final void setAlone(int flags) {
        STATE.setRelease(this, (int) STATE.get(this) | flags);
    }

    /** Notes the library's thread while it runs the chain and can bring nothing else. */
    final void runsOn(Thread thread) {
        runner = thread;
    }

    /** Whether this is that thread. */
    final boolean runsHere() {
        return runner == Thread.currentThread();
    }

    final void clear(int flags) {
        STATE.getAndBitwiseAnd(this, ~flags);
    }
}
