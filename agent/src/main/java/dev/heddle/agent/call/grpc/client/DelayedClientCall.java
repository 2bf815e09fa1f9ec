package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.grpc.CallbackExecutor;
import dev.heddle.agent.call.grpc.Requests;
import io.grpc.Attributes;
import io.grpc.CallOptions;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * A call that begins later, as the library's own {@code DelayedClientCall}: what the application does meanwhile is
 * queued, and done to the real call one by one once that has started.
 */
final class DelayedClientCall<Q, R> extends ClientCallLayer<Q, R> {
    /** How far it has come. */
    private enum Phase {
        /** Nobody has gone on. */
        WAITING,
        /** The real call starts, or the queue is being done to it. */
        STARTING,
        /** Everything passes. */
        STARTED
    }

    /** Has the call end without one of the library's. */
    interface StandingIn<Q, R> {
        void standIn(ClientListenerLayer<Q, R> listener, AnsweredClientCall<Q, R> answered);
    }

    private final ClientListenerLayer<Q, R> outer;
    private final CallbackExecutor executor;
    private final Requests requests;
    private final StandingIn<Q, R> end;
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private volatile Phase phase = Phase.WAITING;
    /** Whether the real call can be asked whether it is ready. */
    private volatile boolean live;
    /** Whether something in the queue was thrown back, which has ended the call. */
    private boolean failed;

    private WaitLimit limit;

    /** Stands in front of what a call forwards to now. */
    DelayedClientCall(
            ClientListenerLayer<Q, R> outer, CallbackExecutor executor, Requests requests, StandingIn<Q, R> end) {
        super(outer.call().delegate());
        this.outer = outer;
        this.executor = executor;
        this.requests = requests;
        this.end = end;
        outer.call().delegate(this);
    }

    /** One that has started: it passes everything, and the requests are told. */
    static <Q, R> void watch(ClientListenerLayer<Q, R> outer, Requests requests) {
        DelayedClientCall<Q, R> watching = new DelayedClientCall<>(outer, null, requests, null);
        watching.live = true;
        watching.phase = Phase.STARTED;
    }

    /** Has the call end at its deadline, or with its context, while it waits. */
    void limit(CallOptions options) {
        WaitLimit watching = WaitLimit.of(executor.context(), options, this::endWaiting);
        boolean late;
        synchronized (this) {
            limit = watching;
            late = phase != Phase.WAITING;
        }
        if (late) {
            watching.stop();
        }
    }

    Requests requests() {
        return requests;
    }

    @Override
    CallMaker<Q, R> maker() {
        return outer.call().maker();
    }

    // Going on.

    /**
     * Begins the real call and does what is queued; where it throws, another beginning may follow.
     *
     * @return whether it is this that begins the call: it may be over, or another has
     */
    boolean open(Consumer<ClientListenerLayer<Q, R>> begin) {
        WaitLimit watching;
        synchronized (this) {
            if (phase != Phase.WAITING) {
                return false;
            }
            phase = Phase.STARTING;
            watching = limit;
        }
        if (watching != null) {
            watching.stop();
        }
        try {
            executor.context().wrap(() -> begin.accept(new Inside<>(this))).run();
        } catch (Throwable thrown) {
            phase = Phase.WAITING;
            throw thrown;
        }
        live = true;
        drain();
        return true;
    }

    /** Ends the call without a real one, if it waits; if not, it has one that ends so itself. */
    void endWaiting(Status status) {
        open(inside -> {
            end.standIn(inside, new AnsweredClientCall<>(executor, status, new Metadata()));
            requests.fail(status);
        });
    }

    private void drain() {
        for (; ; ) {
            Runnable next;
            synchronized (this) {
                next = queue.poll();
                if (next == null) {
                    phase = Phase.STARTED;
                    return;
                }
            }
            try {
                next.run();
            } catch (Throwable thrown) {
                // Of the application's own interceptors: nobody else can tell the application of it.
                synchronized (this) {
                    queue.clear();
                    failed = true;
                }
                delegate().cancel("failed to begin", thrown);
            }
        }
    }

    /** What the real call brings. */
    private static final class Inside<Q, R> extends ClientListenerLayer<Q, R> {
        private final DelayedClientCall<Q, R> delayed;

        Inside(DelayedClientCall<Q, R> delayed) {
            super(delayed.outer, delayed);
            this.delayed = delayed;
        }

        @Override
        public void onReady() {
            delayed.live = true;
            super.onReady();
        }
    }

    // What the application does.

    private void doOrQueue(Runnable action) {
        synchronized (this) {
            if (failed) {
                return;
            }
            if (phase != Phase.STARTED) {
                queue.add(action);
                return;
            }
        }
        action.run();
    }

    @Override
    public void start(Listener<R> listener, Metadata headers) {
        throw new IllegalStateException("Already started");
    }

    @Override
    public void sendMessage(Q message) {
        doOrQueue(() -> delegate().sendMessage(current(message)));
        requests.message(message);
    }

    @SuppressWarnings("unchecked") // setArguments has checked it.
    private Q current(Q message) {
        return (Q) requests.current(message);
    }

    @Override
    public void halfClose() {
        doOrQueue(() -> delegate().halfClose());
        requests.halfClose();
    }

    @Override
    public void request(int messages) {
        doOrQueue(() -> delegate().request(messages));
    }

    @Override
    public void setMessageCompression(boolean enabled) {
        doOrQueue(() -> delegate().setMessageCompression(enabled));
    }

    @Override
    public void cancel(String message, Throwable cause) {
        if (phase == Phase.WAITING) {
            endWaiting(Cancellation.status(message, cause));
        }
        doOrQueue(() -> delegate().cancel(message, cause));
    }

    /** Who is waited for by an interceptor must not wait for the library. */
    @Override
    public boolean isReady() {
        return live ? delegate().isReady() : requests.awaited();
    }

    /** Has a client that sends only when it is told so begin to, if its requests are waited for. */
    void tellReady() {
        executor.execute(() -> {
            if (!live && requests.awaited()) {
                outer.onReady();
            }
        });
    }

    @Override
    public Attributes getAttributes() {
        return live ? delegate().getAttributes() : Attributes.EMPTY;
    }
}
