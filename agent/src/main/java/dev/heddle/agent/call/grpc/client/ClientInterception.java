package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.OwnFrames;
import dev.heddle.agent.call.grpc.GrpcCallView;
import dev.heddle.agent.call.grpc.InterceptedMethod;
import dev.heddle.agent.call.grpc.Progress;
import dev.heddle.agent.call.grpc.ReadOnlyStage;
import dev.heddle.agent.call.grpc.Requests;
import dev.heddle.agent.call.grpc.Statuses;
import dev.heddle.agent.call.grpc.Wishes;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** One interceptor's part in a client's call: how the call goes on from it. */
final class ClientInterception<Q, R> extends ClientCallView<Q, R> {
    private ClientInterception(
            InterceptedMethod method,
            GrpcCallView outer,
            int position,
            ClientListenerLayer<Q, R> outside,
            Metadata headers,
            CallOptions options) {
        super(method, outer, position, outside, headers, options);
    }

    /** Runs the interceptors from a position on, and starts the library's call if they all go on. */
    static <Q, R> void begin(
            InterceptedMethod method,
            GrpcCallView outer,
            int from,
            ClientListenerLayer<Q, R> listener,
            Metadata headers,
            CallOptions options) {
        int position = method.next(from);
        if (position >= 0) {
            new ClientInterception<>(method, outer, position, listener, headers, options).enter();
            return;
        }
        ClientCallLayer<Q, R> slot = listener.call();
        try {
            ClientCall<Q, R> call = slot.maker().newCall(options, slot.delegate());
            slot.delegate(call);
            call.start(listener, headers);
        } catch (Throwable thrown) {
            // It may get to the application as the cause of a status.
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    private void beginInside(ClientListenerLayer<Q, R> listener, Metadata given) {
        begin(method(), this, position() + 1, listener, given, options);
    }

    // Going on.

    @Override
    protected void begin() {
        DelayedClientCall<Q, R> delayed = delayedIfAny();
        if (delayed == null) {
            done();
            beginObserved(outside, headers);
        } else {
            delayed.open(inside -> beginObserved(inside, headers));
        }
    }

    private void beginObserved(ClientListenerLayer<Q, R> listener, Metadata given) {
        if (!watches()) {
            beginInside(listener, given);
            return;
        }
        ObservedClientListener<Q, R> watching = observe(listener, true, true);
        try {
            beginInside(watching, given);
        } catch (Throwable thrown) {
            watching.failedToStart(thrown);
            throw thrown;
        }
    }

    /** Puts what watches into the way. */
    private ObservedClientListener<Q, R> observe(ClientListenerLayer<Q, R> listener, boolean events, boolean outcome) {
        Wishes wishes = wishes();
        ObservedClientCall<Q, R> call = new ObservedClientCall<>(
                listener.call(), descriptor(), events ? wishes.events() : null, outcome ? watchedRequests() : null);
        return new ObservedClientListener<>(
                listener, call, descriptor(), events ? wishes.events() : null, outcome ? wishes.completions() : null);
    }

    private ClientListenerLayer<Q, R> observeOutcome(ClientListenerLayer<Q, R> listener) {
        return watches() && wishes().completions() != null ? observe(listener, false, true) : listener;
    }

    // Asking for the response.

    @Override
    public CompletionStage<Object> response() {
        if (claim(Progress.ASKED)) {
            return firstAttempt();
        }
        if (progress() != Progress.ASKED) {
            throw new IllegalStateException("the interceptor has gone on before by proceed()");
        }
        Attempts<Q, R> attempts = ofClient().attempts;
        if (attempts == null) {
            throw new IllegalStateException("the call has gone on and has not ended, or it is over");
        }
        return attempts.another(takeHeaders(), options);
    }

    private CompletionStage<Object> firstAttempt() {
        Metadata given = takeHeaders();
        DelayedClientCall<Q, R> delayed = delayedIfAny();
        if (delayed == null) {
            done();
            Attempts<Q, R> attempts = attempts(outside);
            whenReturned(() -> attempts.beginFirst(given, true));
        } else if (!delayed.open(inside -> attempts(inside).beginFirst(given, false))) {
            return over();
        }
        return ofClient().attempts.stage();
    }

    private Attempts<Q, R> attempts(ClientListenerLayer<Q, R> listener) {
        ClientWishes<Q, R> wishes = ofClient();
        wishes.attempts = new Attempts<>(
                observeOutcome(listener), descriptor(), options, executor(), wishes.requests(), this::beginAttempt);
        return wishes.attempts;
    }

    private void beginAttempt(ClientListenerLayer<Q, R> listener, Metadata given) {
        boolean events = watches() && wishes().events() != null;
        beginInside(events ? observe(listener, true, false) : listener, given);
    }

    /** The metadata for one attempt to use up; another has its own. */
    private Metadata takeHeaders() {
        Metadata given = headers;
        headers = new Metadata();
        headers.merge(given);
        return given;
    }

    @Override
    protected ReadOnlyStage<Object> asked() {
        Attempts<Q, R> attempts = ofClient().attempts;
        return attempts == null ? over() : attempts.stage();
    }

    // Putting the beginning off.

    @Override
    protected Requests putOff() {
        ClientWishes<Q, R> wishes = ofClient();
        DelayedClientCall<Q, R> delayed;
        synchronized (this) {
            if (wishes.delayed != null) {
                return wishes.delayed.requests();
            }
            delayed = new DelayedClientCall<>(
                    outside, executor(), new Requests(methodType().requestStream()), this::standIn);
            wishes.delayed = delayed;
        }
        delayed.limit(options);
        return delayed.requests();
    }

    @Override
    protected void requestsWanted() {
        if (methodType().requestStream()) {
            ofClient().delayed.tellReady();
        }
    }

    /** What the beginning is put off in; {@code null} where it is not, which only its own thread knows. */
    private DelayedClientCall<Q, R> delayedIfAny() {
        if (begins()) {
            return wishes() == null ? null : ofClient().delayed;
        }
        putOff();
        return ofClient().delayed;
    }

    @Override
    protected Requests watchRequests() {
        if (!begins()) {
            throw new IllegalStateException("the call has gone on, and the request may have passed");
        }
        Requests requests = new Requests(methodType().requestStream());
        DelayedClientCall.watch(outside, requests);
        return requests;
    }

    // Deciding.

    @Override
    protected void answer(Object response) {
        if (progress() == Progress.ASKED) {
            @SuppressWarnings("unchecked") // The turn has asked whether it is accepted.
            R own = (R) response;
            ofClient().attempts.decide(held -> held.pass(own), false);
        } else {
            Iterable<?> responses = methodType().responseStream() ? (Iterable<?>) response : List.of(response);
            standIn(new AnsweredClientCall<>(executor(), responses));
        }
    }

    @Override
    protected void end(Throwable failure) {
        Status status = Statuses.of(failure);
        Metadata trailers = Statuses.trailers(failure);
        if (progress() == null || thrown() != null) {
            standIn(new AnsweredClientCall<>(executor(), status, trailers));
        } else if (progress() == Progress.PROCEEDED) {
            outside.endWith(status, trailers);
        } else {
            ofClient().attempts.decide(held -> held.pass(status, trailers), false);
        }
    }

    /** Has the call end without one of the library's. */
    private void standIn(AnsweredClientCall<Q, R> answered) {
        DelayedClientCall<Q, R> delayed = delayedIfAny();
        if (delayed == null) {
            standIn(outside, answered);
        } else {
            delayed.open(inside -> standIn(inside, answered));
        }
    }

    private void standIn(ClientListenerLayer<Q, R> listener, AnsweredClientCall<Q, R> answered) {
        answered.standIn(observeOutcome(listener));
    }

    @Override
    protected void release() {
        Attempts<Q, R> attempts = ofClient().attempts;
        if (attempts == null) {
            return;
        }
        attempts.decide(HeldResponse::pass, true);
    }

    @Override
    protected boolean wasTold(Throwable failure) {
        Attempts<Q, R> attempts = wishes() == null ? null : ofClient().attempts;
        return super.wasTold(failure) || attempts != null && attempts.refusedWith(failure);
    }

    @Override
    protected ClientWishes<Q, R> newWishes() {
        return new ClientWishes<>();
    }

    @SuppressWarnings("unchecked") // It comes from newWishes.
    private ClientWishes<Q, R> ofClient() {
        return (ClientWishes<Q, R>) needWishes();
    }
}
