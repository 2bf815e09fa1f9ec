package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.util.List;
import java.util.Objects;

/** What the library tells of a server's call, and the handler hears of it. */
abstract class ServerEvents<Q, R> extends ServerBacklog<Q, R> {
    /**
     * How the handler starts, and then what it is told by: one field, for each call has it. The listener is safe to see
     * for whoever has seen that the handler has {@linkplain #caughtUp caught up}.
     */
    private Object handler;

    ServerEvents(Chain chain, ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        super(chain, call, headers);
        handler = next;
    }

    /** Runs the chain. */
    abstract void run();

    /** Whether an interceptor has ended the call, or no handler could start: none hears more than that it is over. */
    abstract boolean over();

    final boolean ended() {
        return is(ENDED);
    }

    /** Tells whoever waits for the end of the call, if it has not ended, that there is nobody to answer. */
    abstract void cancelled();

    /** The first thing that anyone but the library hears of the call. */
    final void enter(int flags) {
        setAlone(ENTERED | flags);
        runsOn(Thread.currentThread());
        try {
            run();
        } finally {
            runsOn(null);
        }
    }

    @Override
    public void onMessage(Q message) {
        if (over()) {
            return;
        }
        if (!requestStream()) {
            if (oneRequest() == null) {
                oneRequest(message);
            } else {
                finish(
                        null,
                        Status.INTERNAL.withDescription("Too many requests").asRuntimeException());
            }
        } else if (caughtUp()) {
            try {
                tellMessage(message);
            } catch (Throwable thrown) {
                failed(thrown);
            }
        } else if (collects(message)) {
            call().request(1);
        } else {
            tell(() -> tellMessage(message));
        }
    }

    @Override
    public void onHalfClose() {
        if (over()) {
            return;
        }
        if (!is(ENTERED)) {
            enter(HALF_CLOSED);
            return;
        }
        Reply<List<Object>> requests;
        synchronized (this) {
            requests = !caughtUp() && extras() != null ? extras().requests : null;
        }
        if (requests != null) {
            requests.complete(held());
        } else {
            tell(this::tellHalfClose);
        }
    }

    @Override
    public void onReady() {
        if (!is(ENTERED)) {
            setAlone(READY);
        } else if (!over()) {
            tell(this::tellReady);
        }
    }

    @Override
    public void onCancel() {
        if (!is(ENTERED) && !over()) {
            // The request is not complete and never will be, but a handler is told of such calls too.
            enter(0);
        }
        if (!ended()) {
            refused(EventChain::cancel);
        }
        tellEnd(() -> handler().onCancel());
        cancelled();
    }

    @Override
    public void onComplete() {
        if (caughtUp() && handler() != null && events() == null) {
            handler().onComplete();
        } else {
            tellEnd(() -> handler().onComplete());
        }
    }

    /** Tells a handler that has started, or is about to, that all is over. */
    private void tellEnd(Runnable event) {
        if (is(ARRIVED) && (caughtUp() || !hold(event)) && handler() != null) {
            callback(event);
        }
    }

    // What the handler is told.

    /** How the handler starts, for who is about to start it. */
    @SuppressWarnings("unchecked") // The constructor has seen to it.
    final ServerCallHandler<Q, R> next() {
        return (ServerCallHandler<Q, R>) handler;
    }

    /** What the handler is told by, or {@code null} if it has not started. */
    @SuppressWarnings("unchecked") // As start has seen to it.
    private ServerCall.Listener<Q> handler() {
        return handler instanceof ServerCall.Listener<?> started ? (ServerCall.Listener<Q>) started : null;
    }

    /** Tells a handler that has started what there is to tell. */
    final void start(ServerCall.Listener<Q> started) {
        handler = Objects.requireNonNull(started, "startCall() returned a null listener");
        if (!requestStream()) {
            if (is(READY)) {
                tellReady();
            }
            if (oneRequest() != null) {
                tellMessage(oneRequest());
            }
            if (is(HALF_CLOSED)) {
                endRequests();
            }
        } else if (collected()) {
            held().forEach(this::tellMessage);
            endRequests();
        }
        if (!caughtUp()) {
            catchUp();
        }
    }

    private void endRequests() {
        if (!over()) {
            tellHalfClose();
        }
    }

    @SuppressWarnings("unchecked") // The events keep the type.
    private void tellMessage(Object message) {
        if (events() == null) {
            handler().onMessage((Q) message);
            return;
        }
        Q passing = (Q) passRequest(message);
        if (passing == null) {
            call().request(1);
        } else {
            callback(() -> handler().onMessage(passing));
        }
    }

    private void tellHalfClose() {
        if (events() == null) {
            handler().onHalfClose();
        } else if (!refused(EventChain::halfClose)) {
            callback(handler()::onHalfClose);
        }
    }

    private void tellReady() {
        if (events() == null) {
            handler().onReady();
        } else if (!refused(EventChain::ready)) {
            callback(handler()::onReady);
        }
    }
}
