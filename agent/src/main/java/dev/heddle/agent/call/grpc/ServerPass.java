package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * A server's call, as the library sees it, and how it ends. The chain runs when the one request is complete, or of a
 * request stream when the call begins; the handler starts when the chain arrives.
 */
final class ServerPass<Q, R> extends ServerEvents<Q, R> {
    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<ServerPass> ENDED =
            AtomicIntegerFieldUpdater.newUpdater(ServerPass.class, "ended");

    private final ServerCallHandler<Q, R> next;
    private volatile int ended;
    private volatile ServerAttempt<Q, R> attempt;

    ServerPass(Chain chain, ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        super(chain, call, headers);
        this.next = next;
    }

    void begin() {
        if (kind().requestStream()) {
            enter();
        } else {
            // One, and one more to notice a second, as the library's own handlers ask.
            call().request(2);
        }
    }

    // The chain.

    @Override
    void run() {
        calling(Thread.currentThread());
        try {
            Object outcome = Step.run(this, 0, 0);
            if (outcome instanceof ServerAttempt<?, ?> own) {
                own.open();
            } else {
                await(Step.stage(outcome).toCompletableFuture());
            }
            Throwable thrown = thrown();
            if (thrown != null) {
                rethrow(thrown);
            }
        } finally {
            calling(null);
        }
    }

    private void await(CompletableFuture<Object> stage) {
        if (!stage.isDone() && attempt == null) {
            needExtras().context = Context.current();
        }
        stage.whenComplete((value, failure) -> finish(value, Statuses.unwrap(failure)));
    }

    @Override
    public Attempt arrive(int eventsFrom) {
        ServerAttempt<Q, R> current = new ServerAttempt<>(this, eventsFrom);
        attempt = current;
        if (ended()) {
            current.cancelled(new EndedException(Status.CANCELLED, new Metadata()));
            return current;
        }
        try {
            Extras extra = extras();
            if (extra != null && extra.context != null && Context.current() == Context.ROOT) {
                extra.context.run(() -> startHandler(current));
            } else {
                startHandler(current);
            }
        } catch (Throwable thrown) {
            current.fail(thrown);
            noteArrival();
        }
        return current;
    }

    private void startHandler(ServerAttempt<Q, R> current) {
        ServerCall.Listener<Q> started;
        try {
            started = next.startCall(current, metadata());
        } catch (RuntimeException thrown) {
            needExtras().startFailed = true;
            throw thrown;
        }
        start(started);
    }

    @Override
    public boolean mayArrive() {
        return attempt == null;
    }

    @Override
    public ServerPass<Q, R> pass() {
        return this;
    }

    @Override
    public ServerAttempt<Q, R> attempt() {
        return attempt;
    }

    // What the client gets.

    @Override
    boolean ended() {
        return ended != 0;
    }

    @Override
    boolean over() {
        return ended() && (attempt == null || attempt.dropped());
    }

    /** Whether the caller is the one who ends the call. */
    boolean end() {
        return ENDED.compareAndSet(this, 0, 1);
    }

    @Override
    void cancelled() {
        if (end()) {
            Throwable cancelled = new EndedException(
                    Status.CANCELLED.withDescription("the client, its deadline or the network cancelled the call"),
                    new Metadata());
            complete(null, cancelled);
            if (attempt != null) {
                attempt.cancelled(cancelled);
            }
        }
    }

    /** Leaves the application's own exception to the library, unless an interceptor has put something in its place. */
    @Override
    void rethrow(Throwable thrown) {
        Extras extra = extras();
        boolean untouched = attempt.opened() || extra != null && extra.untouched == thrown;
        if (!untouched && !(thrown instanceof Error)) {
            return;
        }
        if (end()) {
            complete(null, thrown);
            if (extras().startFailed && !kind().requestStream()) {
                // As the library would have when it was starting the call; from a callback it would say UNKNOWN.
                attempt.drop();
                call().close(Status.fromThrowable(thrown), new Metadata());
            }
        }
        throw EventChain.<RuntimeException>asItIs(thrown);
    }

    /** Ends the call with what the interceptors answer. */
    @Override
    public void finish(Object value, Throwable failure) {
        ServerAttempt<Q, R> current = attempt;
        if (failure != null && failure == thrown() && called()) {
            needExtras().untouched = failure;
            return;
        }
        if (!end()) {
            return;
        }
        if (current != null) {
            current.drop();
        }
        try {
            answer(current, value, failure);
        } catch (IllegalStateException overAlready) {
            // The library has closed the call meanwhile, and there is nobody to tell.
        }
        complete(value, failure);
    }

    @SuppressWarnings("unchecked") // The steps have judged the answer.
    private void answer(ServerAttempt<Q, R> current, Object value, Throwable failure) {
        if (failure != null) {
            boolean fromCallback = failure == thrown() && !extras().startFailed;
            call().close(
                            fromCallback
                                    ? Status.UNKNOWN
                                            .withDescription("Application error processing RPC")
                                            .withCause(failure)
                                    : Statuses.of(failure),
                            Statuses.trailers(failure));
            return;
        }
        if (!kind().responseStream()) {
            call().sendHeaders(current == null || current.headers() == null ? new Metadata() : current.headers());
            call().sendMessage((R) value);
        } else if (value instanceof Iterable<?> many) {
            call().sendHeaders(new Metadata());
            many.forEach(response -> call().sendMessage((R) response));
        }
        call().close(Status.OK, current == null || current.trailers() == null ? new Metadata() : current.trailers());
    }
}
