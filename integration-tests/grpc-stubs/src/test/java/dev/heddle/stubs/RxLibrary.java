package dev.heddle.stubs;

import com.salesforce.rx3grpc.stub.ClientCalls;
import com.salesforce.rx3grpc.stub.RxCallOptions;
import com.salesforce.rx3grpc.stub.ServerCalls;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.subscribers.DisposableSubscriber;

/** {@code rx3grpc-stub}. */
final class RxLibrary implements Library {
    /** Little is fetched before it is asked for, so that it is seen who asks. */
    private static final CallOptions FRUGAL = CallOptions.DEFAULT
            .withOption(RxCallOptions.CALL_OPTIONS_PREFETCH, 8)
            .withOption(RxCallOptions.CALL_OPTIONS_LOW_TIDE, 4);

    @Override
    public ServerMethodDefinition<String, String> serve(
            MethodDescriptor<String, String> method, Work work, Journal journal) {
        return ServerMethodDefinition.create(
                method,
                switch (method.getType()) {
                    case UNARY ->
                        io.grpc.stub.ServerCalls.asyncUnaryCall((request, responses) -> ServerCalls.oneToOne(
                                request,
                                responses,
                                one -> one(Flowable.just(one), work, journal),
                                ServerCalls::prepareError));
                    case SERVER_STREAMING ->
                        io.grpc.stub.ServerCalls.asyncServerStreamingCall((request, responses) -> ServerCalls.oneToMany(
                                request,
                                responses,
                                one -> many(Flowable.just(one), work, journal),
                                ServerCalls::prepareError));
                    case CLIENT_STREAMING ->
                        io.grpc.stub.ServerCalls.asyncClientStreamingCall(responses -> ServerCalls.manyToOne(
                                responses,
                                requests -> one(requests, work, journal),
                                ServerCalls::prepareError,
                                FRUGAL));
                    default ->
                        io.grpc.stub.ServerCalls.asyncBidiStreamingCall(responses -> ServerCalls.manyToMany(
                                responses,
                                requests -> many(requests, work, journal),
                                ServerCalls::prepareError,
                                FRUGAL));
                });
    }

    private static Flowable<String> seen(Flowable<String> requests, Journal journal) {
        return requests.doOnNext(journal::request).doOnCancel(() -> journal.handler("wants no more requests"));
    }

    private static Flowable<String> first(Flowable<String> requests, Journal journal) {
        return seen(Flowable.fromPublisher(new Uncancelled(requests)), journal).take(1);
    }

    private static Single<String> one(Flowable<String> requests, Work work, Journal journal) {
        Flowable<String> seen = seen(requests, journal);
        return switch (work) {
            case ECHO -> seen.toList().map(all -> "echo " + String.join(" ", all));
            case FAILS_LATER ->
                first(requests, journal).firstOrError().flatMap(first -> Single.error(Journal.refusal()));
            default -> many(requests, work, journal).firstOrError();
        };
    }

    private static Flowable<String> many(Flowable<String> requests, Work work, Journal journal) {
        Flowable<String> seen = seen(requests, journal);
        return switch (work) {
            case ECHO -> seen.map(request -> "echo " + request);
            case EARLY -> first(requests, journal).map(first -> "early " + first);
            case AT_ONCE -> Flowable.just("at once");
            case REFUSES -> Flowable.error(Journal.refusal());
            case FAILS_LATER ->
                first(requests, journal).map(first -> "first").concatWith(Flowable.error(Journal.refusal()));
            case BREAKS -> Flowable.error(new IllegalStateException("broken"));
            case ENDLESS ->
                first(requests, journal)
                        .concatMap(first -> Flowable.<String>generate(sink -> sink.onNext("number " + journal.make())))
                        .doOnCancel(() -> journal.handler("is cancelled"));
            case STOPS -> seen.take(1).ignoreElements().andThen(Flowable.never());
            case NEVER ->
                seen.ignoreElements()
                        .<String>andThen(Flowable.never())
                        .doOnCancel(() -> journal.handler("is cancelled"));
            case NOTHING, TWO -> throw new AssertionError("for a raw handler");
        };
    }

    @Override
    public void call(Channel channel, MethodDescriptor<String, String> method, Use use, Journal journal) {
        Flowable<String> responses = responses(channel, method, requests(use));
        switch (use) {
            case ONE_BY_ONE -> responses.subscribe(new OneByOne(journal));
            case CANCELS -> {
                Disposable call = subscribe(responses, journal);
                journal.awaitRequest();
                call.dispose();
                journal.end(new InterruptedException("disposed"));
            }
            case TAKES_TWO -> subscribe(responses.take(2), journal);
            default -> subscribe(responses, journal);
        }
    }

    private static Disposable subscribe(Flowable<String> responses, Journal journal) {
        return responses.subscribe(journal::response, journal::end, () -> journal.end(null));
    }

    private static Flowable<String> requests(Use use) {
        Flowable<String> one = Flowable.just("a");
        return switch (use) {
            case ALL -> Flowable.just("a", "b", "c");
            case OPEN -> one.concatWith(Flowable.never());
            case NOTHING -> Flowable.empty();
            case BREAKS -> one.concatWith(Flowable.error(new IllegalStateException("no more requests")));
            default -> one;
        };
    }

    private static Flowable<String> responses(
            Channel channel, MethodDescriptor<String, String> method, Flowable<String> requests) {
        return switch (method.getType()) {
            case UNARY ->
                ClientCalls.<String, String>oneToOne(
                                requests.firstOrError(),
                                (request, observer) -> io.grpc.stub.ClientCalls.asyncUnaryCall(
                                        channel.newCall(method, FRUGAL), request, observer),
                                FRUGAL)
                        .toFlowable();
            case SERVER_STREAMING ->
                ClientCalls.<String, String>oneToMany(
                        requests.firstOrError(),
                        (request, observer) -> io.grpc.stub.ClientCalls.asyncServerStreamingCall(
                                channel.newCall(method, FRUGAL), request, observer),
                        FRUGAL);
            case CLIENT_STREAMING ->
                ClientCalls.<String, String>manyToOne(
                                requests,
                                observer -> io.grpc.stub.ClientCalls.asyncClientStreamingCall(
                                        channel.newCall(method, FRUGAL), observer),
                                FRUGAL)
                        .toFlowable();
            default ->
                ClientCalls.<String, String>manyToMany(
                        requests,
                        observer -> io.grpc.stub.ClientCalls.asyncBidiStreamingCall(
                                channel.newCall(method, FRUGAL), observer),
                        FRUGAL);
        };
    }

    /** Takes five, each when it has seen the last. */
    private static final class OneByOne extends DisposableSubscriber<String> {
        private final Journal journal;
        private int taken;

        OneByOne(Journal journal) {
            this.journal = journal;
        }

        @Override
        protected void onStart() {
            request(1);
        }

        @Override
        public void onNext(String response) {
            journal.response(response + " of " + journal.made());
            if (++taken < 5) {
                request(1);
            } else {
                dispose();
                journal.end(null);
            }
        }

        @Override
        public void onError(Throwable failure) {
            journal.end(failure);
        }

        @Override
        public void onComplete() {
            journal.end(null);
        }
    }
}
