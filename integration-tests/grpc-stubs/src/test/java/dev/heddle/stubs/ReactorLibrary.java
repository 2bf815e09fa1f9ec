package dev.heddle.stubs;

import com.salesforce.reactorgrpc.stub.ClientCalls;
import com.salesforce.reactorgrpc.stub.ReactorCallOptions;
import com.salesforce.reactorgrpc.stub.ServerCalls;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code reactor-grpc-stub}. */
final class ReactorLibrary implements Library {
    /** Little is fetched before it is asked for, so that it is seen who asks. */
    private static final CallOptions FRUGAL = CallOptions.DEFAULT
            .withOption(ReactorCallOptions.CALL_OPTIONS_PREFETCH, 8)
            .withOption(ReactorCallOptions.CALL_OPTIONS_LOW_TIDE, 4);

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
                                one -> one(Flux.just(one), work, journal),
                                ServerCalls::prepareError));
                    case SERVER_STREAMING ->
                        io.grpc.stub.ServerCalls.asyncServerStreamingCall((request, responses) -> ServerCalls.oneToMany(
                                request,
                                responses,
                                one -> many(Flux.just(one), work, journal),
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

    private static Flux<String> seen(Flux<String> requests, Journal journal) {
        return requests.doOnNext(journal::request).doOnCancel(() -> journal.handler("wants no more requests"));
    }

    private static Flux<String> first(Flux<String> requests, Journal journal) {
        return seen(Flux.from(new Uncancelled(requests)), journal).take(1);
    }

    private static Mono<String> one(Flux<String> requests, Work work, Journal journal) {
        Flux<String> seen = seen(requests, journal);
        return switch (work) {
            case ECHO -> seen.collectList().map(all -> "echo " + String.join(" ", all));
            case FAILS_LATER -> first(requests, journal).next().flatMap(first -> Mono.error(Journal.refusal()));
            default -> many(requests, work, journal).next();
        };
    }

    private static Flux<String> many(Flux<String> requests, Work work, Journal journal) {
        Flux<String> seen = seen(requests, journal);
        return switch (work) {
            case ECHO -> seen.map(request -> "echo " + request);
            case EARLY -> first(requests, journal).map(first -> "early " + first);
            case AT_ONCE -> Flux.just("at once");
            case REFUSES -> Flux.error(Journal.refusal());
            case FAILS_LATER ->
                first(requests, journal).map(first -> "first").concatWith(Flux.error(Journal.refusal()));
            case BREAKS -> Flux.error(new IllegalStateException("broken"));
            case ENDLESS ->
                first(requests, journal)
                        .concatMap(first -> Flux.<String>generate(sink -> sink.next("number " + journal.make())), 0)
                        .doOnCancel(() -> journal.handler("is cancelled"));
            case STOPS -> seen.take(1).thenMany(Flux.never());
            case NEVER -> seen.thenMany(Flux.<String>never()).doOnCancel(() -> journal.handler("is cancelled"));
            case NOTHING, TWO -> throw new AssertionError("for a raw handler");
        };
    }

    @Override
    public void call(Channel channel, MethodDescriptor<String, String> method, Use use, Journal journal) {
        Flux<String> responses = responses(channel, method, requests(use));
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

    private static Disposable subscribe(Flux<String> responses, Journal journal) {
        return responses.subscribe(journal::response, journal::end, () -> journal.end(null));
    }

    private static Flux<String> requests(Use use) {
        Flux<String> one = Flux.just("a");
        return switch (use) {
            case ALL -> Flux.just("a", "b", "c");
            case OPEN -> one.concatWith(Flux.never());
            case NOTHING -> Flux.empty();
            case BREAKS -> one.concatWith(Flux.error(new IllegalStateException("no more requests")));
            default -> one;
        };
    }

    private static Flux<String> responses(
            Channel channel, MethodDescriptor<String, String> method, Flux<String> requests) {
        return switch (method.getType()) {
            case UNARY ->
                ClientCalls.<String, String>oneToOne(
                                requests.next(),
                                (request, observer) -> io.grpc.stub.ClientCalls.asyncUnaryCall(
                                        channel.newCall(method, FRUGAL), request, observer),
                                FRUGAL)
                        .flux();
            case SERVER_STREAMING ->
                ClientCalls.<String, String>oneToMany(
                        requests.next(),
                        (request, observer) -> io.grpc.stub.ClientCalls.asyncServerStreamingCall(
                                channel.newCall(method, FRUGAL), request, observer),
                        FRUGAL);
            case CLIENT_STREAMING ->
                ClientCalls.<String, String>manyToOne(
                                requests,
                                observer -> io.grpc.stub.ClientCalls.asyncClientStreamingCall(
                                        channel.newCall(method, FRUGAL), observer),
                                FRUGAL)
                        .flux();
            default ->
                ClientCalls.<String, String>manyToMany(
                        requests,
                        observer -> io.grpc.stub.ClientCalls.asyncBidiStreamingCall(
                                channel.newCall(method, FRUGAL), observer),
                        FRUGAL);
        };
    }

    /** Takes five, each when it has seen the last. */
    private static final class OneByOne extends BaseSubscriber<String> {
        private final Journal journal;
        private int taken;

        OneByOne(Journal journal) {
            this.journal = journal;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            request(1);
        }

        @Override
        protected void hookOnNext(String response) {
            journal.response(response + " of " + journal.made());
            if (++taken < 5) {
                request(1);
            } else {
                cancel();
                journal.end(null);
            }
        }

        @Override
        protected void hookOnError(Throwable failure) {
            journal.end(failure);
        }
    }
}
