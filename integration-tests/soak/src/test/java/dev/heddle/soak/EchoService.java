package dev.heddle.soak;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The handlers, which write down that they have run. */
final class EchoService implements ServerInterceptor {
    private static final Context.Key<Integer> NUMBER = Context.key("number");

    private final Ledger ledger = Ledger.get();

    private EchoService() {}

    static ServerServiceDefinition alive() {
        return ServerServiceDefinition.builder("soak.Alive")
                .addMethod(Echo.PING, ServerCalls.asyncUnaryCall(EchoService::pong))
                .build();
    }

    private static void pong(String request, StreamObserver<String> responses) {
        responses.onNext(request);
        responses.onCompleted();
    }

    static ServerServiceDefinition echo() {
        EchoService service = new EchoService();
        return ServerInterceptors.intercept(
                ServerServiceDefinition.builder(Echo.NAME)
                        .addMethod(Echo.UNARY, ServerCalls.asyncUnaryCall(service::unary))
                        .addMethod(Echo.SERVER_STREAM, ServerCalls.asyncServerStreamingCall(service::serverStream))
                        .addMethod(Echo.CLIENT_STREAM, ServerCalls.asyncClientStreamingCall(service::clientStream))
                        .addMethod(Echo.BIDI, ServerCalls.asyncBidiStreamingCall(service::bidi))
                        .build(),
                service);
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        int number = Integer.parseInt(headers.get(Echo.NUMBER));
        return Contexts.interceptCall(Context.current().withValue(NUMBER, number), call, headers, next);
    }

    /** Writes down that a handler runs, and fails if that is planned: by an exception or by hand. */
    private boolean fails(StreamObserver<String> responses) {
        int number = NUMBER.get();
        ledger.mark(number, Ledger.Mark.RUN);
        if (!ledger.plan(number).is(Fault.HANDLER_FAILS)) {
            return false;
        }
        Status failure = Status.FAILED_PRECONDITION;
        if (Plan.chance(number) % 2 == 0) {
            throw failure.asRuntimeException();
        }
        responses.onError(failure.asRuntimeException());
        return true;
    }

    private void unary(String request, StreamObserver<String> responses) {
        if (!fails(responses)) {
            responses.onNext(request);
            responses.onCompleted();
        }
    }

    private void serverStream(String request, StreamObserver<String> responses) {
        if (!fails(responses)) {
            responses.onNext(request);
            responses.onNext(request);
            responses.onNext(request);
            responses.onCompleted();
        }
    }

    private StreamObserver<String> clientStream(StreamObserver<String> responses) {
        List<String> all = new ArrayList<>();
        return fails(responses)
                ? new Requests(request -> {}, () -> {})
                : new Requests(all::add, () -> {
                    responses.onNext(String.join(" ", all));
                    responses.onCompleted();
                });
    }

    private StreamObserver<String> bidi(StreamObserver<String> responses) {
        return fails(responses)
                ? new Requests(request -> {}, () -> {})
                : new Requests(responses::onNext, responses::onCompleted);
    }

    private record Requests(Consumer<String> each, Runnable end) implements StreamObserver<String> {
        @Override
        public void onNext(String request) {
            each.accept(request);
        }

        @Override
        public void onError(Throwable cancelled) {}

        @Override
        public void onCompleted() {
            end.run();
        }
    }
}
