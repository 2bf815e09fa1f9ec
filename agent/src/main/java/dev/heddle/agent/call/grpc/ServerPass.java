package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.Link;
import dev.heddle.api.Call;
import dev.heddle.api.Interceptor;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;

/**
 * A server's call, as the library sees it, and how it ends. The chain runs when the one request is complete, or of a
 * request stream when the call begins; the handler starts when the chain arrives.
 */
final class ServerPass<Q, R> extends ServerEvents<Q, R> {
    ServerPass(Chain chain, ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        super(chain, call, headers, next);
    }

    void begin() {
        if (requestStream()) {
            enter(0);
        } else {
            // One, and one more to notice a second, as the library's own handlers ask.
            call().request(2);
        }
    }

    // The chain.

    @Override
    void run() {
        Link first = chain().link(0);
        Object outcome = chain().size() > 1 || first.health().off() ? Step.run(this, 0, 0) : only(first.interceptor());
        if (outcome == this) {
            open();
        } else {
            await(Step.stage(outcome).toCompletableFuture());
        }
        Throwable thrown = thrown();
        if (thrown != null) {
            rethrow(thrown);
        }
    }

    /**
     * The turn of an only interceptor, as {@link Step#run} would do it. This and {@link #proceed} are the server's own,
     * because in a process with both ends they run within the client's, and the JVM inlines no method into itself.
     */
    private Object only(Interceptor<Call> interceptor) {
        Object answer;
        try {
            answer = interceptor.intercept(this);
        } catch (Throwable thrown) {
            return recover(thrown);
        }
        return answer != null && answer == outcome() ? answer : judge(answer);
    }

    @Override
    public Object proceed() {
        return extras() == null && attempt() == null ? arrive(0) : super.proceed();
    }

    private void await(CompletableFuture<Object> stage) {
        if (!stage.isDone() && !is(ARRIVED)) {
            needExtras().context = Context.current();
        }
        if (thrown() == null) {
            finishAfter(stage);
        } else {
            whileCalled(() -> finishAfter(stage));
        }
    }

    private void finishAfter(CompletableFuture<Object> stage) {
        stage.whenComplete((value, failure) -> finish(value, Statuses.unwrap(failure)));
    }

    @Override
    public Attempt arrive(int eventsFrom) {
        eventsFrom(eventsFrom);
        // Nothing can come from the library while it waits for this thread.
        int before = set(runsHere() ? ARRIVED | CAUGHT_UP : ARRIVED);
        if ((before & ARRIVED) != 0) {
            // No handler runs twice, whatever has been thrown on the way back from it.
            return this;
        }
        if ((before & ENDED) != 0) {
            giveUp(new EndedException(Status.CANCELLED, new Metadata()));
            return this;
        }
        try {
            Extras extra = extras();
            if (extra != null && extra.context != null && Context.current() == Context.ROOT) {
                extra.context.run(this::startHandler);
            } else {
                startHandler();
            }
        } catch (Throwable thrown) {
            fail(thrown);
            set(CAUGHT_UP);
        }
        return this;
    }

    private void startHandler() {
        ServerCall.Listener<Q> started;
        try {
            started = next().startCall(new HandlerCall<>(this), metadata());
        } catch (RuntimeException thrown) {
            needExtras().startFailed = true;
            throw thrown;
        }
        start(started);
    }

    @Override
    public boolean mayArrive() {
        return !is(ARRIVED);
    }

    @Override
    public ServerPass<Q, R> pass() {
        return this;
    }

    @Override
    public Attempt attempt() {
        return is(ARRIVED) ? this : null;
    }

    // What the client gets.

    @Override
    boolean over() {
        Extras extra = extras();
        return ended() && (dropped() || !is(ARRIVED)) || extra != null && extra.startFailed;
    }

    /** Whether the caller is the one who ends the call. */
    private boolean end() {
        return (set(ENDED) & ENDED) == 0;
    }

    @Override
    void cancelled() {
        if (end()) {
            Throwable cancelled = new EndedException(
                    Status.CANCELLED.withDescription("the client, its deadline or the network cancelled the call"),
                    new Metadata());
            complete(null, cancelled);
            if (is(ARRIVED)) {
                giveUp(cancelled);
            }
        }
    }

    /** Leaves the application's own exception to the library, unless an interceptor has put something in its place. */
    @Override
    void rethrow(Throwable thrown) {
        Extras extra = extras();
        boolean untouched = is(OPEN) || extra != null && extra.untouched == thrown;
        if (!untouched && !(thrown instanceof Error)) {
            return;
        }
        if (end()) {
            complete(null, thrown);
            if (extras().startFailed && !requestStream()) {
                // As the library would have when it was starting the call; from a callback it would say UNKNOWN.
                drop();
                call().close(Status.fromThrowable(thrown), new Metadata());
            }
        }
        throw EventChain.<RuntimeException>asItIs(thrown);
    }

    /** Ends the call with what the interceptors answer. */
    @Override
    public void finish(Object value, Throwable failure) {
        if (failure != null && failure == thrown() && called()) {
            needExtras().untouched = failure;
            return;
        }
        if (!end()) {
            return;
        }
        drop();
        try {
            answer(value, failure);
        } catch (IllegalStateException overAlready) {
            // The library has closed the call meanwhile, and there is nobody to tell.
        }
        complete(value, failure);
    }

    @SuppressWarnings("unchecked") // The steps have judged the answer.
    private void answer(Object value, Throwable failure) {
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
        if (!responseStream()) {
            call().sendHeaders(responseHeaders() == null ? new Metadata() : responseHeaders());
            call().sendMessage((R) value);
        } else if (value instanceof Iterable<?> many) {
            call().sendHeaders(new Metadata());
            many.forEach(response -> call().sendMessage((R) response));
        }
        call().close(Status.OK, trailers() == null ? new Metadata() : trailers());
    }
}
