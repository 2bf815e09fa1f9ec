package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.OwnFrames;
import dev.heddle.agent.call.grpc.CallbackExecutor;
import dev.heddle.agent.call.grpc.Requests;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

/**
 * A handler that is started later than the library brings something for it: gets that when it is there, one by one, in
 * order and as it asks for it.
 */
final class LateHandler<Q> {
    private final ServerCall<Q, ?> call;
    private final CallbackExecutor executor;
    private final Requests requests;
    private final Brought.Queue<Q> queue = new Brought.Queue<>();
    private ServerCall.Listener<Q> handler;
    /** The thread that brings something to the handler, which does so alone. */
    private Thread bringing;
    /** The thread of the library that is here. */
    private Thread library;

    LateHandler(ServerCall<Q, ?> call, CallbackExecutor executor, Requests requests) {
        this.call = call;
        this.executor = executor;
        this.requests = requests;
    }

    /** The handler has been started. */
    void started(ServerCall.Listener<Q> listener) {
        synchronized (this) {
            handler = listener;
        }
        bringSoon();
    }

    /** The handler has asked for requests. */
    synchronized void ask(int messages) {
        queue.ask(messages);
    }

    /**
     * The library brings something, on this thread.
     *
     * @param tell tells the interceptor of it before, which may start the handler then
     */
    void bring(Brought<Q> brought, Runnable tell) {
        synchronized (this) {
            queue.add(brought);
            library = Thread.currentThread();
        }
        try {
            tell.run();
        } finally {
            synchronized (this) {
                library = null;
            }
        }
        bringNow();
    }

    /** Brings what there is on the library's executor, unless a thread is about to. */
    void bringSoon() {
        synchronized (this) {
            if (handler == null || queue.isEmpty() || bringing != null || library == Thread.currentThread()) {
                return;
            }
        }
        executor.execute(() -> {
            try {
                bringNow();
            } catch (Throwable thrown) {
                applicationFailed(thrown);
            }
        });
    }

    private void bringNow() {
        for (Brought<Q> next; (next = take()) != null; ) {
            boolean returned = false;
            try {
                hand(next);
                returned = true;
            } finally {
                synchronized (this) {
                    bringing = null;
                    if (!returned) {
                        queue.dropRequests();
                    }
                }
            }
        }
    }

    private synchronized Brought<Q> take() {
        Brought<Q> next = handler == null || bringing != null ? null : queue.take();
        if (next != null) {
            bringing = Thread.currentThread();
        }
        return next;
    }

    private void hand(Brought<Q> next) {
        try {
            give(next);
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    private void give(Brought<Q> next) {
        if (next instanceof Brought.Message<Q> brought) {
            @SuppressWarnings("unchecked") // setArguments has checked it.
            Q current = (Q) requests.current(brought.message());
            handler.onMessage(current);
        } else if (next instanceof Brought.Other<Q> brought) {
            brought.callback().accept(handler);
        } else {
            handler.onHalfClose();
        }
    }

    /** What the library does when the application throws in a call-back of its own. */
    private void applicationFailed(Throwable thrown) {
        try {
            call.close(
                    Status.UNKNOWN
                            .withDescription("Application error processing RPC")
                            .withCause(thrown),
                    new Metadata());
        } catch (IllegalStateException closedAlready) {
            // Then that end stands.
        }
        bringSoon();
    }
}
