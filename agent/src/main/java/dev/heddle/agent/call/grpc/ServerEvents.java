package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.List;

/** What the library tells of a server's call, and the handler hears of it. */
abstract class ServerEvents<Q, R> extends ServerBacklog<Q, R> {
    private boolean entered;
    private boolean halfClosed;
    private boolean ready;
    private volatile ServerCall.Listener<Q> handler;

    ServerEvents(Chain chain, ServerCall<Q, R> call, Metadata headers) {
        super(chain, call, headers);
    }

    /** Runs the chain. */
    abstract void run();

    /** Whether an interceptor has ended the call: then the handler hears nothing more but that it is over. */
    abstract boolean over();

    abstract boolean ended();

    /** Tells whoever waits for the end of the call, if it has not ended, that there is nobody to answer. */
    abstract void cancelled();

    final void enter() {
        entered = true;
        run();
    }

    @Override
    public void onMessage(Q message) {
        if (over()) {
            return;
        }
        if (!kind().requestStream()) {
            if (oneRequest() == null) {
                oneRequest(message);
            } else {
                finish(
                        null,
                        Status.INTERNAL.withDescription("Too many requests").asRuntimeException());
            }
        } else if (!arrived() && collects(message)) {
            call().request(1);
        } else {
            tell(() -> message(message));
        }
    }

    @Override
    public void onHalfClose() {
        if (over()) {
            return;
        }
        halfClosed = true;
        if (!entered) {
            enter();
            return;
        }
        Reply<List<Object>> requests;
        synchronized (this) {
            requests = !arrived() && extras() != null ? extras().requests : null;
        }
        if (requests != null) {
            requests.complete(held());
        } else {
            tell(this::halfClose);
        }
    }

    @Override
    public void onReady() {
        if (!entered) {
            ready = true;
        } else if (!over()) {
            tell(this::becomeReady);
        }
    }

    @Override
    public void onCancel() {
        if (!entered && !over()) {
            // The request is not complete and never will be, but a handler is told of such calls too.
            enter();
        }
        if (!ended()) {
            refused(EventChain::cancel);
        }
        tellEnd(() -> handler.onCancel());
        cancelled();
    }

    @Override
    public void onComplete() {
        if (arrived() && handler != null && events() == null) {
            handler.onComplete();
        } else {
            tellEnd(() -> handler.onComplete());
        }
    }

    /** Tells a handler that has started, or is about to, that all is over. */
    private void tellEnd(Runnable event) {
        if (attempt() != null && (arrived() || !hold(event)) && handler != null) {
            callback(event);
        }
    }

    // What the handler is told.

    /** Starts the handler and tells it what there is to tell. */
    final void start(ServerCall.Listener<Q> started) {
        handler = started;
        if (!kind().requestStream()) {
            if (ready) {
                becomeReady();
            }
            if (oneRequest() != null) {
                message(oneRequest());
            }
            if (halfClosed) {
                endRequests();
            }
        } else if (extras() != null && extras().requests != null) {
            held().forEach(this::message);
            endRequests();
        }
        catchUp();
    }

    private void endRequests() {
        if (!over()) {
            halfClose();
        }
    }

    @SuppressWarnings("unchecked") // The events keep the type.
    private void message(Object message) {
        Q passing = (Q) passRequest(message);
        if (passing == null) {
            call().request(1);
        } else if (events() == null) {
            handler.onMessage(passing);
        } else {
            callback(() -> handler.onMessage(passing));
        }
    }

    private void halfClose() {
        if (events() == null) {
            handler.onHalfClose();
        } else if (!refused(EventChain::halfClose)) {
            callback(handler::onHalfClose);
        }
    }

    private void becomeReady() {
        if (events() == null) {
            handler.onReady();
        } else if (!refused(EventChain::ready)) {
            callback(handler::onReady);
        }
    }
}
