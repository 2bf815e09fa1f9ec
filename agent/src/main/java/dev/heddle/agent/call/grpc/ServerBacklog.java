package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What the library tells of a server's call before the chain has arrived at the handler, which may be later and on
 * another thread.
 *
 * <p>The library tells one thing at a time; the lock of this object is only for a chain that arrives meanwhile.
 */
abstract class ServerBacklog<Q, R> extends ServerResponse<Q, R> {
    ServerBacklog(Chain chain, ServerCall<Q, R> call, Metadata headers) {
        super(chain, call, headers);
    }

    /** Decides who hears of what the handler has thrown. */
    abstract void rethrow(Throwable thrown);

    /** Whether the handler, if there is one, can be told everything. */
    final boolean caughtUp() {
        return is(CAUGHT_UP);
    }

    /** Whether the library is waiting for this thread, and can be told what the handler has thrown. */
    final boolean called() {
        Extras extras = extras();
        return extras != null && extras.calling == Thread.currentThread();
    }

    /** Does on the library's thread what may tell the interceptors that the handler has thrown. */
    final void whileCalled(Runnable action) {
        Extras extras = needExtras();
        extras.calling = Thread.currentThread();
        try {
            action.run();
        } finally {
            extras.calling = null;
        }
    }

    /** Tells the handler, now or when the chain has arrived. */
    final void tell(Runnable event) {
        if (!caughtUp() && hold(event)) {
            return;
        }
        try {
            event.run();
        } catch (Throwable thrown) {
            failed(thrown);
        }
    }

    /** The handler has thrown this out of a callback, which the library waits for. */
    final void failed(Throwable thrown) {
        if (closed()) {
            throw EventChain.<RuntimeException>asItIs(thrown);
        }
        whileCalled(() -> fail(thrown));
        rethrow(thrown);
    }

    /** Keeps an event for the handler; says whether it had to. */
    final synchronized boolean hold(Runnable event) {
        if ((set(BACKLOG) & CAUGHT_UP) != 0) {
            return false;
        }
        Extras extra = needExtras();
        if (extra.backlog == null) {
            extra.backlog = new ArrayList<>();
        }
        extra.backlog.add(event);
        return true;
    }

    /** Tells the handler what came while it was not there. */
    final void catchUp() {
        while (!setUnless(BACKLOG, CAUGHT_UP)) {
            takeBacklog().forEach(Runnable::run);
        }
    }

    private synchronized List<Runnable> takeBacklog() {
        List<Runnable> missed = extras().backlog;
        extras().backlog = null;
        clear(BACKLOG);
        return missed;
    }

    final synchronized boolean collects(Object message) {
        if (!caughtUp()
                && extras() != null
                && extras().requests != null
                && !extras().requests.isDone()) {
            if (extras().held == null) {
                extras().held = new ArrayList<>();
            }
            extras().held.add(message);
            return true;
        }
        return false;
    }

    @Override
    public CompletionStage<List<Object>> holdRequests() {
        synchronized (this) {
            if (is(ARRIVED)) {
                throw new IllegalStateException("the call has gone on, and requests may have passed");
            }
            if (needExtras().requests != null) {
                return extras().requests;
            }
            extras().requests = new Reply<>();
        }
        call().request(1);
        return extras().requests;
    }

    /** Whether the requests have all come before the handler started. */
    final boolean collected() {
        return extras() != null && extras().requests != null;
    }

    final synchronized List<Object> held() {
        return extras().held == null ? List.of() : List.copyOf(extras().held);
    }
}
