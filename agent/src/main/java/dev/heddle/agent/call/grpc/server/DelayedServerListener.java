package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.grpc.CallbackExecutor;
import dev.heddle.agent.call.grpc.Requests;
import io.grpc.Context;
import io.grpc.ForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes what the library brings while the handler has not been started, and brings it to the handler when it has, one by
 * one, in order and as it asks for it. A request that an interceptor has asked for in the handler's place is taken off
 * what the handler asks for.
 */
final class DelayedServerListener<Q, R> extends ServerCall.Listener<Q> {
    /** How far it has come. */
    private enum Phase {
        /** Nobody has gone on. */
        WAITING,
        /** The handler is being started. */
        STARTING,
        /** It has been. */
        STARTED,
        /** It will not be. */
        OVER
    }

    /** What the library has brought. */
    private sealed interface Brought<Q> {
        /** A request, which the handler must have asked for. */
        record Message<Q>(Q message) implements Brought<Q> {}

        /** The end of the requests, which comes after the last. */
        record HalfClose<Q>() implements Brought<Q> {}

        /** What waits for no request. */
        record Other<Q>(Consumer<ServerCall.Listener<Q>> callback) implements Brought<Q> {}
    }

    private final ServerCall<Q, R> call;
    private final CallbackExecutor executor;
    private final Requests requests;
    private final Deque<Brought<Q>> queue = new ArrayDeque<>();
    private volatile Phase phase = Phase.WAITING;
    private ServerCall.Listener<Q> handler;
    /** How many requests the handler has asked for and not got. */
    private long demand;
    /** How many requests were asked for in the handler's place. */
    private long ahead;
    /** The thread that brings something to the handler, which does so alone. */
    private Thread bringing;
    /** The thread of the library that is here. */
    private Thread library;

    DelayedServerListener(ServerCall<Q, R> call, Executor executor, Requests requests) {
        this.call = call;
        this.executor = new CallbackExecutor(executor, Context.current());
        this.requests = requests;
    }

    Requests requests() {
        return requests;
    }

    /** Has the library bring a request before the handler asks for one. */
    void requestAhead() {
        synchronized (this) {
            if (phase != Phase.WAITING || ahead > 0 && !requests.allWanted()) {
                return;
            }
            ahead++;
        }
        call.request(1);
    }

    // Going on.

    /**
     * Starts the handler; where that throws, another beginning may follow.
     *
     * @return whether it is this that starts it: the call may be over, or another has
     */
    boolean open(Function<ServerCall<Q, R>, ServerCall.Listener<Q>> start) {
        synchronized (this) {
            if (phase != Phase.WAITING) {
                return false;
            }
            phase = Phase.STARTING;
        }
        ServerCall.Listener<Q> started = start(start);
        synchronized (this) {
            handler = started;
            phase = Phase.STARTED;
        }
        bringSoon();
        return true;
    }

    private ServerCall.Listener<Q> start(Function<ServerCall<Q, R>, ServerCall.Listener<Q>> start) {
        Context before = executor.context().attach();
        try {
            ServerCall.Listener<Q> started = start.apply(new Handlers());
            if (started == null) {
                throw new NullPointerException("startCall() returned a null listener");
            }
            return started;
        } catch (Throwable thrown) {
            synchronized (this) {
                phase = Phase.WAITING;
            }
            throw thrown;
        } finally {
            executor.context().detach(before);
        }
    }

    /** Ends the call without the handler, if nobody has gone on; says whether that was so. */
    boolean endWaiting() {
        synchronized (this) {
            if (phase != Phase.WAITING) {
                return false;
            }
            phase = Phase.OVER;
            queue.clear();
            return true;
        }
    }

    // What the library brings.

    @Override
    public void onMessage(Q message) {
        bring(new Brought.Message<>(message), () -> {
            requests.message(message);
            if (requests.allWanted() && phase == Phase.WAITING) {
                requestAhead();
            }
        });
    }

    @Override
    public void onHalfClose() {
        bring(new Brought.HalfClose<>(), requests::halfClose);
    }

    @Override
    public void onCancel() {
        end(ServerCall.Listener::onCancel);
    }

    @Override
    public void onComplete() {
        end(ServerCall.Listener::onComplete);
    }

    @Override
    public void onReady() {
        bring(new Brought.Other<>(ServerCall.Listener::onReady), () -> {});
    }

    private void end(Consumer<ServerCall.Listener<Q>> callback) {
        endWaiting();
        bring(
                new Brought.Other<>(callback),
                () -> requests.fail(Status.CANCELLED.withDescription(
                        "the client, its deadline or the network cancelled the call")));
    }

    private void bring(Brought<Q> brought, Runnable tell) {
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

    // What the handler gets.

    private void bringSoon() {
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
        for (; ; ) {
            Brought<Q> next;
            synchronized (this) {
                if (handler == null || bringing != null) {
                    return;
                }
                next = take();
                if (next == null) {
                    return;
                }
                bringing = Thread.currentThread();
            }
            boolean returned = false;
            try {
                hand(next);
                returned = true;
            } finally {
                synchronized (this) {
                    bringing = null;
                    if (!returned) {
                        // The library ends the call, and the handler hears no more than that.
                        queue.removeIf(brought -> !(brought instanceof Brought.Other));
                    }
                }
            }
        }
    }

    private void hand(Brought<Q> next) {
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

    /** The next that the handler can get: a request waits until it is asked for, and the end of requests for those. */
    private Brought<Q> take() {
        boolean waits = false;
        for (Iterator<Brought<Q>> all = queue.iterator(); all.hasNext(); ) {
            Brought<Q> next = all.next();
            if (next instanceof Brought.Other || !waits && (next instanceof Brought.HalfClose || demand > 0)) {
                if (next instanceof Brought.Message) {
                    demand--;
                }
                all.remove();
                return next;
            }
            waits = true;
        }
        return null;
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

    /** The call as the handler has it. */
    private final class Handlers extends ForwardingServerCall<Q, R> {
        @Override
        protected ServerCall<Q, R> delegate() {
            return call;
        }

        /** Early versions leave this to who extends the forwarding call. */
        @Override
        public MethodDescriptor<Q, R> getMethodDescriptor() {
            return call.getMethodDescriptor();
        }

        @Override
        public void request(int messages) {
            int beyond = messages;
            synchronized (DelayedServerListener.this) {
                if (messages > 0) {
                    demand += messages;
                    int there = (int) Math.min(ahead, messages);
                    ahead -= there;
                    beyond -= there;
                }
            }
            if (beyond != 0 || messages == 0) {
                call.request(beyond);
            }
            bringSoon();
        }
    }
}
