package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Link;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/**
 * An interceptor runs, at once or later in stages, and what comes of it is decided by {@link Decision}.
 *
 * <p>It runs on the thread that begins the call. If it has gone on, answered or refused there when it returns, the call
 * is on its way or over; if not, the beginning is put off, and who completes the stage that it returned goes on from
 * there. To go on is claimed by one atomic instruction, for an interceptor may do so from any thread.
 */
public abstract class InterceptorTurn {
    private static final VarHandle PROGRESS;

    static {
        try {
            PROGRESS = MethodHandles.lookup().findVarHandle(InterceptorTurn.class, "progress", Progress.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final InterceptedMethod method;
    private final short position;
    /** Whether the thread that began the call has gone on, answered or refused; its own. */
    private boolean done;
    /** Whether it is decided what becomes of the call; guarded by this. */
    private boolean decided;
    /** The thread that began the call, until the interceptor has returned. */
    private Thread beginner;

    private volatile Progress progress;

    InterceptorTurn(InterceptedMethod method, int position) {
        this.method = method;
        this.position = (short) position;
    }

    /** The method, with the chain. */
    protected final InterceptedMethod method() {
        return method;
    }

    /** Where in the chain the interceptor stands. */
    protected final int position() {
        return position;
    }

    final Link link() {
        return method.chain().link(position);
    }

    /** How it has gone on, or {@code null}. */
    protected final Progress progress() {
        return progress;
    }

    /** Claims to go on; at most one claim succeeds. */
    protected final boolean claim(Progress way) {
        return PROGRESS.compareAndSet(this, (Progress) null, way);
    }

    /** Whether this is the thread that begins the call, and the interceptor has not returned. */
    protected final boolean begins() {
        return Thread.currentThread() == beginner;
    }

    /** Notes that the beginning is not to be put off. */
    protected final void done() {
        done = true;
    }

    final void doneIfBegins() {
        if (begins()) {
            done = true;
        }
    }

    // What a view of a call is asked for.

    /** Runs the interceptor. */
    abstract Object intercept(Link link) throws Throwable;

    /** Goes on plainly. Throws what the application or the library throws as its part begins. */
    protected abstract void begin();

    /** Has what the application begins with wait for the interceptor. */
    abstract Object putOff();

    /** Ends the call with a response of the interceptor's, which fits. */
    protected abstract void answer(Object response);

    /** Ends the call with the status of a failure. */
    protected abstract void end(Throwable failure);

    /** Lets the response that the interceptor has asked for pass as it is. */
    protected abstract void release();

    /** What came of the response that the interceptor has asked for. */
    protected abstract ReadOnlyStage<Object> asked();

    /** Whether the library can take a response from the interceptor. */
    protected abstract boolean accepts(Object response);

    abstract void threw(Throwable thrown);

    abstract Throwable thrown();

    abstract boolean wantsNothing();

    /**
     * Begins what the interceptor has asked for by {@code response()} before it returned, if it has. Throws what the
     * application or the library throws, unless the interceptor puts something in its place.
     */
    abstract void beginAsked();

    abstract void forget();

    /** Whether this is what the call has told the interceptor: that there is no request, or no further attempt. */
    abstract boolean wasTold(Throwable failure);

    // The turn.

    private void decide(Object answer, Throwable failure) {
        new Decision(this).make(answer, failure);
    }

    /** Runs the interceptor. Throws what the application or the library throws as its part begins. */
    protected final void enter() {
        beginner = Thread.currentThread();
        Object answer;
        try {
            answer = intercept(link());
        } catch (Throwable thrown) {
            leave(null, thrown);
            return;
        }
        if (answer == this && done && wantsNothing()) {
            beginner = null;
        } else {
            leave(answer, null);
        }
    }

    private void leave(Object answer, Throwable thrown) {
        try {
            if (answer instanceof CompletionStage<?> stage) {
                await(stage);
            } else {
                decide(answer, thrown);
            }
            if (done) {
                beginAsked();
            } else {
                putOff();
            }
        } finally {
            beginner = null;
        }
    }

    /**
     * Decides when the interceptor's stage is complete. What it has asked for by {@code response()} begins when the stage
     * is listened to: so an end that comes while the call still starts is told then and there.
     */
    private void await(CompletionStage<?> stage) {
        Awaited awaited = new Awaited();
        try {
            stage.whenComplete(awaited);
        } catch (Throwable strangeStage) {
            decide(null, strangeStage);
            return;
        }
        awaited.complete();
    }

    /** What becomes of an interceptor's stage: of one that is complete when it is returned the beginner decides. */
    private final class Awaited implements BiConsumer<Object, Throwable> {
        private boolean returned;
        private boolean done;
        private Object value;
        private Throwable failure;

        @Override
        public void accept(Object result, Throwable thrown) {
            synchronized (this) {
                if (!returned) {
                    done = true;
                    value = result;
                    failure = Statuses.unwrap(thrown);
                    return;
                }
            }
            decide(result, Statuses.unwrap(thrown));
        }

        void complete() {
            synchronized (this) {
                returned = true;
            }
            if (done) {
                decide(value, failure);
            }
        }
    }

    /** Goes on plainly; gives what stands for the outcome. */
    final Object goOn() {
        if (!claim(Progress.PROCEEDED)) {
            throw new IllegalStateException("the interceptor has gone on before, and no call runs twice; on a client"
                    + " response() may be asked for again when it has failed");
        }
        try {
            begin();
        } catch (Throwable thrown) {
            if (tooLate(thrown)) {
                end(thrown);
            }
            throw thrown;
        }
        return this;
    }

    /** Notes what the beginning has thrown; says whether who decided did so without it, on another thread. */
    private synchronized boolean tooLate(Throwable thrown) {
        threw(thrown);
        return decided;
    }

    /** It is decided now, by what is known so far. */
    final synchronized void decided() {
        decided = true;
    }
}
