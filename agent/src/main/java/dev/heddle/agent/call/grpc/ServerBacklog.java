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
abstract class ServerBacklog<Q, R> extends ServerTerms<Q, R> {
    private volatile boolean arrived;
    private volatile Thread calling;

    ServerBacklog(Chain chain, ServerCall<Q, R> call, Metadata headers) {
        super(chain, call, headers);
    }

    @Override
    public abstract ServerAttempt<Q, R> attempt();

    /** Decides who hears of what the handler has thrown. */
    abstract void rethrow(Throwable thrown);

    final boolean arrived() {
        return arrived;
    }

    /** Notes that the handler, if there is one, can be told everything. */
    final void noteArrival() {
        arrived = true;
    }

    /** Whether the library is waiting for this thread. */
    final boolean called() {
        return calling == Thread.currentThread();
    }

    /** Notes the thread that the library waits for, if it does. */
    final void calling(Thread thread) {
        calling = thread;
    }

    /** Tells the handler, now or when the chain has arrived. */
    final void tell(Runnable event) {
        if (!arrived && hold(event)) {
            return;
        }
        calling = Thread.currentThread();
        try {
            event.run();
        } catch (Throwable thrown) {
            if (attempt().closed()) {
                throw thrown;
            }
            attempt().fail(thrown);
            rethrow(thrown);
        } finally {
            calling = null;
        }
    }

    final synchronized boolean hold(Runnable event) {
        if (arrived) {
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
        if (called() && extras() == null) {
            // The library waits for this thread, so nothing has come and nothing can.
            arrived = true;
            return;
        }
        while (true) {
            List<Runnable> missed;
            synchronized (this) {
                missed = extras() == null ? null : extras().backlog;
                if (missed == null) {
                    arrived = true;
                    return;
                }
                extras().backlog = null;
            }
            missed.forEach(Runnable::run);
        }
    }

    final synchronized boolean collects(Object message) {
        if (!arrived
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
            if (attempt() != null) {
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
