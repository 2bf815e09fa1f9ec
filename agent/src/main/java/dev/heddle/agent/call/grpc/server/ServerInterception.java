package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.Completions;
import dev.heddle.agent.call.OwnFrames;
import dev.heddle.agent.call.grpc.EndedException;
import dev.heddle.agent.call.grpc.GrpcCallView;
import dev.heddle.agent.call.grpc.InterceptedMethod;
import dev.heddle.agent.call.grpc.Progress;
import dev.heddle.agent.call.grpc.ReadOnlyStage;
import dev.heddle.agent.call.grpc.Requests;
import dev.heddle.agent.call.grpc.Statuses;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** One interceptor's part in a server's call: how the call goes on from it. */
final class ServerInterception<Q, R> extends ServerCallView<Q, R> {
    private final ServerCallHandler<Q, R> next;
    /** What the library, or the interceptor further out, gets: the handler's own where nothing is asked for. */
    private ServerCall.Listener<Q> listener;

    private ServerInterception(
            InterceptedMethod method,
            GrpcCallView outer,
            int position,
            ServerCall<Q, R> call,
            Metadata headers,
            ServerCallHandler<Q, R> next) {
        super(method, outer, position, call, headers);
        this.next = next;
    }

    /** Runs the interceptors from a position on, and starts the handler if they all go on. */
    static <Q, R> ServerCall.Listener<Q> begin(
            InterceptedMethod method,
            GrpcCallView outer,
            int from,
            ServerCall<Q, R> call,
            Metadata headers,
            ServerCallHandler<Q, R> next) {
        int position = method.next(from);
        if (position < 0) {
            return start(next, call, headers);
        }
        ServerInterception<Q, R> interception = new ServerInterception<>(method, outer, position, call, headers, next);
        interception.enter();
        return interception.listener;
    }

    /** What the handler throws may get to the client, or to a log, as the cause of a status. */
    private static <Q, R> ServerCall.Listener<Q> start(
            ServerCallHandler<Q, R> handler, ServerCall<Q, R> call, Metadata headers) {
        try {
            return handler.startCall(call, headers);
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    private ServerCall.Listener<Q> beginInside(ServerCall<Q, R> inside) {
        return begin(method(), this, position() + 1, inside, headers, next);
    }

    // Going on.

    @Override
    protected void begin() {
        DelayedServerListener<Q, R> delayed = delayedIfAny();
        if (delayed == null) {
            done();
            listener = beginObserved(call);
        } else {
            delayed.open(this::beginObserved);
        }
    }

    private ServerCall.Listener<Q> beginObserved(ServerCall<Q, R> outside) {
        return watches() ? observe(outside, true, true, this::beginInside) : beginInside(outside);
    }

    /** Puts what watches into the way. */
    private ServerCall.Listener<Q> observe(
            ServerCall<Q, R> outside, boolean events, boolean outcome, Beginning<Q, R> inside) {
        ObservedServerCall<Q, R> watching = new ObservedServerCall<>(
                outside, events ? wishes().events() : null, outcome ? wishes().completions() : null);
        ofServer().watched = watching;
        Requests requests = outcome ? watchedRequests() : null;
        return ObservedServerListener.around(watching, requests, () -> inside.begin(watching));
    }

    /** Begins what is further in. */
    private interface Beginning<Q, R> {
        ServerCall.Listener<Q> begin(ServerCall<Q, R> inside);
    }

    // Asking for the response.

    @Override
    public CompletionStage<Object> response() {
        if (!claim(Progress.ASKED)) {
            throw new IllegalStateException("the interceptor has gone on before, and no handler runs twice");
        }
        DelayedServerListener<Q, R> delayed = delayedIfAny();
        if (delayed == null) {
            done();
            Supplier<ServerCall.Listener<Q>> handler = hold(call);
            whenReturned(() -> listener = handler.get());
        } else if (!delayed.open(outside -> hold(outside).get())) {
            return over();
        }
        return asked();
    }

    /** Puts what holds the response into the way; gives what then starts the handler. */
    private Supplier<ServerCall.Listener<Q>> hold(ServerCall<Q, R> outside) {
        if (!watches() || wishes().completions() == null) {
            return holdInside(outside);
        }
        ObservedServerCall<Q, R> outcome = new ObservedServerCall<>(outside, null, wishes().completions());
        Supplier<ServerCall.Listener<Q>> handler = holdInside(outcome);
        return () -> ObservedServerListener.around(outcome, watchedRequests(), handler);
    }

    private Supplier<ServerCall.Listener<Q>> holdInside(ServerCall<Q, R> outside) {
        HeldServerCall<Q, R> held = new HeldServerCall<>(outside);
        ofServer().held = held;
        return () -> HeldServerListener.around(held, () -> beginHeld(held));
    }

    private ServerCall.Listener<Q> beginHeld(HeldServerCall<Q, R> held) {
        boolean events = watches() && wishes().events() != null;
        return events ? observe(held, true, false, this::beginInside) : beginInside(held);
    }

    @Override
    protected ReadOnlyStage<Object> asked() {
        HeldServerCall<Q, R> held = ofServer().held;
        return held == null ? over() : held.stage();
    }

    // Putting the beginning off.

    @Override
    protected Requests putOff() {
        ServerWishes<Q, R> wishes = ofServer();
        synchronized (this) {
            if (wishes.delayed == null) {
                wishes.delayed = new DelayedServerListener<>(
                        call, method().executor(), new Requests(methodType().requestStream()), this::overWhileWaiting);
            }
            if (begins()) {
                listener = wishes.delayed;
            }
        }
        return wishes.delayed.requests();
    }

    private void overWhileWaiting(Status status) {
        Completions completions = wishes().completions();
        // Of a start that threw it has been told.
        if (completions != null && thrown() == null) {
            completions.accept(null, new EndedException(status, new Metadata()));
        }
    }

    @Override
    protected void requestsWanted() {
        ofServer().delayed.requestAhead();
    }

    /** What the start is put off in; {@code null} where it is not, which only the library's own thread knows. */
    private DelayedServerListener<Q, R> delayedIfAny() {
        if (begins()) {
            return wishes() == null ? null : ofServer().delayed;
        }
        putOff();
        return ofServer().delayed;
    }

    @Override
    protected Requests watchRequests() {
        if (!begins()) {
            throw new IllegalStateException("the call has gone on, and the request may have passed");
        }
        Requests requests = new Requests(methodType().requestStream());
        listener = new ObservedServerListener<>(listener, new ObservedServerCall<>(call, null, null), requests);
        return requests;
    }

    // Deciding.

    @Override
    protected void answer(Object response) {
        if (progress() == Progress.ASKED) {
            @SuppressWarnings("unchecked") // The turn has asked whether it is accepted.
            R own = (R) response;
            ofServer().held.pass(own);
        } else if (mayEnd()) {
            Iterable<?> responses = methodType().responseStream() ? (Iterable<?>) response : List.of(response);
            ServerAnswer.send(told(), responses);
        }
    }

    @Override
    protected void end(Throwable failure) {
        Status status = Statuses.of(failure);
        Metadata trailers = Statuses.trailers(failure);
        if (progress() == Progress.ASKED) {
            ofServer().held.pass(status, trailers);
        } else if (progress() == Progress.PROCEEDED && thrown() == null) {
            endStarted(failure);
        } else if (mayEnd()) {
            ServerAnswer.close(told(), status, trailers);
        }
    }

    /**
     * Ends the call of a handler that has been started. Where the interceptor watches, it waits until the handler's thread
     * is out of the call; else nothing of ours stands between the two, and the first to close the call ends it.
     */
    private void endStarted(Throwable failure) {
        ObservedServerCall<Q, R> watched = wishes() == null ? null : ofServer().watched;
        if (watched != null) {
            watched.refuse(failure);
            return;
        }
        if (begins()) {
            listener = new EndedServerListener<>(listener);
        }
        ServerAnswer.close(call, Statuses.of(failure), Statuses.trailers(failure));
    }

    /** Whether the call can be ended without the handler: it may have been cancelled while the interceptor took its time. */
    private boolean mayEnd() {
        DelayedServerListener<Q, R> delayed = delayedIfAny();
        if (begins()) {
            listener = new NoHandler<>();
        }
        return delayed == null || delayed.endWaiting();
    }

    /** The call, where the outcome is told on its way. */
    private ServerCall<Q, R> told() {
        boolean outcome = watches() && wishes().completions() != null;
        return outcome && progress() == null ? new ObservedServerCall<>(call, null, wishes().completions()) : call;
    }

    @Override
    protected void release() {
        HeldServerCall<Q, R> held = ofServer().held;
        if (held != null) {
            held.pass();
        }
    }

    @Override
    protected ServerWishes<Q, R> newWishes() {
        return new ServerWishes<>();
    }

    @SuppressWarnings("unchecked") // It comes from newWishes.
    private ServerWishes<Q, R> ofServer() {
        return (ServerWishes<Q, R>) needWishes();
    }
}
