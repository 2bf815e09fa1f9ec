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
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A call whose interceptor has asked for the response: what the application does goes to the attempt that is under way,
 * and is kept for another. When an attempt has ended, the interceptor tries again or decides, and the application gets
 * what was held, or what the interceptor puts in its place.
 */
final class AttemptedClientCall<Q, R> extends ClientCallLayer<Q, R> {
    /** Begins an attempt. */
    interface Beginning<Q, R> {
        void begin(ClientListenerLayer<Q, R> listener, Metadata headers);
    }

    /** The library's, in whose place this calls the application back. */
    private static final Logger LOG = Logger.getLogger("io.grpc.internal.ClientCallImpl");

    private final ClientListenerLayer<Q, R> outer;
    private final MethodDescriptor.MethodType type;
    private final CallbackExecutor executor;
    private final Beginning<Q, R> begin;
    private final SentRequests<Q, R> sent;

    private ClientCall<Q, R> current;
    private HeldResponse<Q, R> attempt;
    /** The attempt that has ended and is held, while the interceptor takes its time. */
    private HeldResponse<Q, R> held;
    /** The thread that brings the response to the interceptor. */
    private Thread bringer;

    private Consumer<HeldResponse<Q, R>> decision;
    private WaitLimit limit;
    private Status cancelled;
    private CallOptions options;
    /** Whether an attempt is to start or does so: no library's call can be cancelled then. */
    private boolean beginning = true;
    /** Whether the attempt that is under way is not waited for. */
    private boolean givenUp;

    private boolean over;
    private boolean headersPassed;
    private boolean messagePassed;
    /** The thread that starts the call, while it is told what that threw. */
    private Thread starter;

    private Throwable rethrow;
    private IllegalStateException refusal;

    /** Stands in front of what a call forwards to now. */
    AttemptedClientCall(
            ClientListenerLayer<Q, R> outer,
            MethodDescriptor<Q, R> method,
            CallOptions options,
            CallbackExecutor executor,
            Requests kept,
            Beginning<Q, R> begin) {
        super(outer.call().delegate());
        this.outer = outer;
        this.current = outer.call().delegate();
        this.attempt = new HeldResponse<>(outer, this);
        this.type = method.getType();
        this.options = options;
        this.executor = executor;
        this.begin = begin;
        this.sent = new SentRequests<>(type.clientSendsOneMessage() || kept != null && kept.allWanted());
        outer.call().delegate(this);
    }

    @Override
    CallMaker<Q, R> maker() {
        return outer.call().maker();
    }

    @Override
    void delegate(ClientCall<Q, R> further) {
        super.delegate(further);
        synchronized (this) {
            current = further;
        }
    }

    boolean responseStream() {
        return !type.serverSendsOneMessage();
    }

    // Attempts.

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
            if (over || decision != null || cancelled != null) {
                // Not by the interceptor's doing, so the answer is what it knows: the failure of the last attempt.
                return attempt.stage();
            }
            if (held == null) {
                throw new IllegalStateException("the call has gone on and has not ended");
            }
            if (messagePassed || !sent.complete()) {
                refusal = new IllegalStateException(
                        messagePassed
                                ? "a response of the stream has passed, so there is no further attempt"
                                : "of a request stream only what requests() has kept can be sent again");
                throw refusal;
            }
            held = null;
            options = given;
            beginning = true;
            stopWaiting();
            next = new HeldResponse<>(outer, this);
            attempt = next;
            replay = new DelayedClientCall<>(
                    next, executor, new Requests(true), (inside, answered) -> answered.standIn(inside));
            sent.replay(replay);
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
        ClientCall<Q, R> toCancel;
        synchronized (this) {
            beginning = false;
            toCancel = givenUp && held == null ? current : null;
        }
        if (toCancel != null) {
            giveUp(toCancel);
        }
    }

    private void giveUp(ClientCall<Q, R> underWay) {
        underWay.cancel("an interceptor has answered for the call", null);
    }

    /** Whether this is what has refused a further attempt. */
    synchronized boolean refusedWith(Throwable failure) {
        return failure == refusal;
    }

    /** What came of the attempt that was begun last. */
    ReadOnlyStage<Object> stage() {
        return attempt.stage();
    }

    /** Whether the application has been told the end. */
    synchronized boolean isOver() {
        return over;
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
        synchronized (this) {
            over = false;
            held = null;
        }
        return true;
    }

    boolean mayPassHeaders() {
        synchronized (this) {
            boolean first = !headersPassed && !over;
            headersPassed = true;
            return first;
        }
    }

    synchronized boolean mayPassMessage() {
        messagePassed = true;
        return !over;
    }

    /** An attempt has ended: the interceptor is told on this thread, and what it has decided by then is done here. */
    void ended(HeldResponse<Q, R> last) {
        boolean undecided;
        synchronized (this) {
            held = last;
            bringer = Thread.currentThread();
            undecided = decision == null;
        }
        if (undecided) {
            last.bring();
        }
        Consumer<HeldResponse<Q, R>> now;
        synchronized (this) {
            bringer = null;
            if (over || held != last || attempt != last) {
                return;
            }
            now = cancelled != null ? HeldResponse::pass : decision;
            over = now != null;
        }
        if (now != null) {
            now.accept(last);
        } else {
            limitWaiting(last);
        }
    }

    /** Has the call end at its deadline, or with its context, while the interceptor takes its time. */
    private void limitWaiting(HeldResponse<Q, R> waiting) {
        WaitLimit watching = WaitLimit.of(executor.context(), options, this::endWaiting);
        boolean late;
        synchronized (this) {
            late = over || held != waiting;
            if (!late) {
                limit = watching;
            }
        }
        if (late) {
            watching.stop();
        }
    }

    private void endWaiting(Status status) {
        decide(last -> last.passAtLast(status));
    }

    private void stopWaiting() {
        if (limit != null) {
            limit.stop();
            limit = null;
        }
    }

    // Decisions.

    /** The interceptor has decided. An attempt that is under way is given up for anything but its own outcome. */
    void decide(Consumer<HeldResponse<Q, R>> wanted, boolean outcome) {
        ClientCall<Q, R> toCancel = null;
        HeldResponse<Q, R> toTell = null;
        synchronized (this) {
            if (over || decision != null) {
                return;
            }
            decision = wanted;
            stopWaiting();
            if (held == null) {
                givenUp = !outcome;
                toCancel = givenUp && !beginning ? current : null;
            } else if (bringer != Thread.currentThread()) {
                over = true;
                toTell = held;
            }
        }
        if (toCancel != null) {
            giveUp(toCancel);
        }
        HeldResponse<Q, R> last = toTell;
        if (last != null) {
            deliver(wanted, last);
        }
    }

    /** What the application throws is logged as the library does, which has no other use for it either. */
    private void deliver(Consumer<HeldResponse<Q, R>> what, HeldResponse<Q, R> last) {
        executor.execute(() -> {
            try {
                what.accept(last);
            } catch (RuntimeException ofTheApplication) {
                LOG.log(Level.WARNING, "Exception thrown by onClose() in ClientCall", ofTheApplication);
            }
        });
    }

    private void decide(Consumer<HeldResponse<Q, R>> wanted) {
        decide(wanted, false);
    }

    // What the application does.

    @Override
    public void sendMessage(Q message) {
        ClientCall<Q, R> to;
        synchronized (this) {
            sent.message(message);
            to = current;
        }
        to.sendMessage(message);
    }

    @Override
    public void halfClose() {
        ClientCall<Q, R> to;
        synchronized (this) {
            sent.halfClose();
            to = current;
        }
        to.halfClose();
    }

    @Override
    public void request(int messages) {
        ClientCall<Q, R> to;
        synchronized (this) {
            sent.request(messages);
            to = current;
        }
        to.request(messages);
    }

    @Override
    public void setMessageCompression(boolean enabled) {
        ClientCall<Q, R> to;
        synchronized (this) {
            sent.compression(enabled);
            to = current;
        }
        to.setMessageCompression(enabled);
    }

    @Override
    public void cancel(String message, Throwable cause) {
        ClientCall<Q, R> to;
        boolean waits;
        synchronized (this) {
            to = current;
            cancelled = cancelled == null ? Cancellation.status(message, cause) : cancelled;
            waits = held != null;
        }
        to.cancel(message, cause);
        if (waits) {
            endWaiting(cancelled);
        }
    }
}
