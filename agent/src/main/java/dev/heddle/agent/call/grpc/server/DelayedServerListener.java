package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.grpc.CallbackExecutor;
import dev.heddle.agent.call.grpc.Requests;
import io.grpc.Context;
import io.grpc.ForwardingServerCall;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Listens while an interceptor has not gone on, and leaves what the library brings to the {@link LateHandler}. A request
 * that the interceptor has asked for in the handler's place is taken off what the handler asks for.
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

    private final ServerCall<Q, R> call;
    private final CallbackExecutor executor;
    private final Requests requests;
    private final LateHandler<Q> handler;
    private final Consumer<Status> over;
    private volatile Phase phase = Phase.WAITING;
    /** How many requests were asked for in the handler's place. */
    private long ahead;

    /**
     * Listens to a call.
     *
     * @param over is told if the call ends before anybody has gone on
     */
    DelayedServerListener(ServerCall<Q, R> call, Executor executor, Requests requests, Consumer<Status> over) {
        this.call = call;
        this.executor = new CallbackExecutor(executor, Context.current());
        this.requests = requests;
        this.over = over;
        this.handler = new LateHandler<>(call, this.executor, requests);
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
        phase = Phase.STARTED;
        handler.started(started);
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
            return true;
        }
    }

    // What the library brings.

    @Override
    public void onMessage(Q message) {
        handler.bring(new Brought.Message<>(message), () -> {
            requests.message(message);
            if (requests.allWanted() && phase == Phase.WAITING) {
                requestAhead();
            }
        });
    }

    @Override
    public void onHalfClose() {
        handler.bring(new Brought.HalfClose<>(), requests::halfClose);
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
        handler.bring(new Brought.Other<>(ServerCall.Listener::onReady), () -> {});
    }

    private void end(Consumer<ServerCall.Listener<Q>> callback) {
        Status cancelled =
                Status.CANCELLED.withDescription("the client, its deadline or the network cancelled the call");
        if (endWaiting()) {
            over.accept(cancelled);
        }
        handler.bring(new Brought.Other<>(callback), () -> requests.fail(cancelled));
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
                    handler.ask(messages);
                    int there = (int) Math.min(ahead, messages);
                    ahead -= there;
                    beyond -= there;
                }
            }
            if (beyond != 0 || messages == 0) {
                call.request(beyond);
            }
            handler.bringSoon();
        }
    }
}
