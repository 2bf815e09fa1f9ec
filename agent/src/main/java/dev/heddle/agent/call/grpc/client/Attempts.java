package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.grpc.CallbackExecutor;
import dev.heddle.agent.call.grpc.ReadOnlyStage;
import dev.heddle.agent.call.grpc.Requests;
import dev.heddle.agent.call.grpc.Thrown;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.function.Consumer;

/**
 * The attempts at a response that an interceptor has asked for, one after the other. When one has ended, the interceptor
 * tries again or decides, and the application gets what was held, or what the interceptor puts in its place.
 */
final class Attempts<Q, R> {
    /** Begins an attempt. */
    interface Beginning<Q, R> {
        void begin(ClientListenerLayer<Q, R> listener, Metadata headers);
    }

    private final ClientListenerLayer<Q, R> outer;
    private final AttemptedClientCall<Q, R> call;
    private final MethodDescriptor.MethodType type;
    private final CallbackExecutor executor;
    private final Beginning<Q, R> begin;
    private final HeldEnd<HeldResponse<Q, R>> end;

    private CallOptions options;
    /** The one that was begun last, or is to begin. */
    private HeldResponse<Q, R> attempt;
    /** Whether it is to start or does so: no library's call can be cancelled then. */
    private boolean beginning = true;
    /** Whether it is not waited for. */
    private boolean givenUp;

    private boolean headersPassed;
    private boolean messagePassed;
    /** The thread that starts the call, while it is told what that threw. */
    private Thread starter;

    private Throwable rethrow;
    private IllegalStateException refusal;

    Attempts(
            ClientListenerLayer<Q, R> outer,
            MethodDescriptor<Q, R> method,
            CallOptions options,
            CallbackExecutor executor,
            Requests kept,
            Beginning<Q, R> begin) {
        this.outer = outer;
        this.type = method.getType();
        this.options = options;
        this.executor = executor;
        this.begin = begin;
        this.end = new HeldEnd<>(executor);
        this.call = new AttemptedClientCall<>(
                outer.call(), this, type.clientSendsOneMessage() || kept != null && kept.allWanted());
        this.attempt = new HeldResponse<>(outer, call, this);
    }

    boolean responseStream() {
        return !type.serverSendsOneMessage();
    }

    /** What came of the attempt that was begun last. */
    ReadOnlyStage<Object> stage() {
        return attempt.stage();
    }

    // Beginning.

    /**
     * Begins the first attempt on this thread. If it is not wanted any more, another call ends in its place.
     *
     * @param starting whether the application starts the call now, and gets what that throws
     */
    void beginFirst(Metadata headers, boolean starting) {
        boolean wanted;
        synchronized (this) {
            wanted = !givenUp;
        }
        if (wanted) {
            starter = starting ? Thread.currentThread() : null;
            begin(attempt, attempt, headers);
            starter = null;
        } else {
            new AnsweredClientCall<Q, R>(executor, Status.CANCELLED, new Metadata()).standIn(attempt);
        }
        if (rethrow != null) {
            throw Thrown.asItIs(rethrow);
        }
    }

    /** Begins another attempt, when one has ended. */
    ReadOnlyStage<Object> another(Metadata headers, CallOptions given) {
        HeldResponse<Q, R> next;
        DelayedClientCall<Q, R> replay;
        synchronized (this) {
            // Where it is not the interceptor's doing, the answer is what it knows: the failure of the last attempt.
            if (end.isSettled()) {
                return attempt.stage();
            }
            if (!end.isHeld()) {
                throw new IllegalStateException("the call has gone on and has not ended");
            }
            if (messagePassed || !call.keptAll()) {
                refusal = new IllegalStateException(
                        messagePassed
                                ? "a response of the stream has passed, so there is no further attempt"
                                : "of a request stream only what requests() has kept can be sent again");
                throw refusal;
            }
            next = new HeldResponse<>(outer, call, this);
            replay = call.replay(next, executor, end::tryAgain);
            if (replay == null) {
                return attempt.stage();
            }
            options = given;
            beginning = true;
            attempt = next;
        }
        replay.open(inside -> begin(next, inside, headers));
        return next.stage();
    }

    private void begin(HeldResponse<Q, R> of, ClientListenerLayer<Q, R> listener, Metadata headers) {
        try {
            begin.begin(listener, headers);
        } catch (Throwable thrown) {
            of.threw(thrown);
        }
        boolean unwanted;
        synchronized (this) {
            beginning = false;
            unwanted = givenUp;
        }
        if (unwanted && !end.isHeld()) {
            cancelUnwanted();
        }
    }

    private void cancelUnwanted() {
        call.current().cancel("an interceptor has answered for the call", null);
    }

    /** Whether this is what has refused a further attempt. */
    synchronized boolean refusedWith(Throwable failure) {
        return failure == refusal;
    }

    /**
     * Leaves what the beginning threw to whoever starts the call; {@code false} if he has returned. Somebody further in may
     * have thrown when the call had begun: then its end passes when it comes.
     */
    boolean leave(Throwable thrown) {
        if (starter != Thread.currentThread()) {
            return false;
        }
        rethrow = thrown;
        end.passNext();
        return true;
    }

    // What an attempt brings.

    /** Whether the application has been told the end. */
    boolean isOver() {
        return end.isOver();
    }

    synchronized boolean mayPassHeaders() {
        boolean first = !headersPassed && !end.isOver();
        headersPassed = true;
        return first;
    }

    synchronized boolean mayPassMessage() {
        messagePassed = true;
        return !end.isOver();
    }

    /** An attempt has ended: the interceptor is told on this thread, and what it has decided by then is done here. */
    void ended(HeldResponse<Q, R> last) {
        if (end.reached(last)) {
            end.limit(last, WaitLimit.of(executor.context(), options, this::endWaiting));
        }
    }

    // Decisions.

    /** The interceptor has decided. An attempt that is under way is given up for anything but its own outcome. */
    void decide(Consumer<HeldResponse<Q, R>> wanted, boolean outcome) {
        if (!end.decide(wanted) || outcome) {
            return;
        }
        boolean underWay;
        synchronized (this) {
            givenUp = true;
            underWay = !beginning;
        }
        if (underWay) {
            cancelUnwanted();
        }
    }

    /** The application cancels the call, and waits for no interceptor. */
    void cancel(Status status, Consumer<ClientCall<Q, R>> underWay) {
        boolean held = end.cancel(last -> last.passAtLast(status));
        underWay.accept(call.current());
        if (held) {
            endWaiting(status);
        }
    }

    private void endWaiting(Status status) {
        decide(last -> last.passAtLast(status), false);
    }
}
