package sample.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import sample.Journal;

/** Calls of each kind, with blocking and asynchronous stubs. */
final class EchoCalls {
    private final Echo echo;
    private final Channel channel;

    EchoCalls(Echo echo, Channel channel) {
        this.echo = echo;
        this.channel = channel;
    }

    void make() throws Exception {
        leaving(MethodType.UNARY);
        expect(
                "one",
                ClientCalls.blockingUnaryCall(channel, echo.method(MethodType.UNARY), CallOptions.DEFAULT, "one"));
        leaving(MethodType.UNARY);
        expect("two", ClientCalls.futureUnaryCall(call(MethodType.UNARY), "two").get(10, TimeUnit.SECONDS));
        leaving(MethodType.SERVER_STREAMING);
        Iterator<String> responses = ClientCalls.blockingServerStreamingCall(
                channel, echo.method(MethodType.SERVER_STREAMING), CallOptions.DEFAULT, "three");
        expect("three", responses.next());
        if (responses.hasNext()) {
            throw new IllegalStateException("one request was answered twice");
        }
        leaving(MethodType.CLIENT_STREAMING);
        Responses last = new Responses();
        last.send(ClientCalls.asyncClientStreamingCall(call(MethodType.CLIENT_STREAMING), last));
        expect("[five]", last.all().toString());
        leaving(MethodType.BIDI_STREAMING);
        Responses each = new Responses();
        each.send(ClientCalls.asyncBidiStreamingCall(call(MethodType.BIDI_STREAMING), each));
        expect("[four, five]", each.all().toString());
    }

    private void leaving(MethodType type) {
        Journal.once("grpc client " + echo.operation(type));
    }

    private ClientCall<String, String> call(MethodType type) {
        return channel.newCall(echo.method(type), CallOptions.DEFAULT);
    }

    private static void expect(String expected, String response) {
        if (!expected.equals(response)) {
            throw new IllegalStateException("expected " + expected + " and got " + response);
        }
    }

    private static final class Responses implements StreamObserver<String> {
        private final List<String> responses = new ArrayList<>();
        private final CompletableFuture<List<String>> done = new CompletableFuture<>();

        void send(StreamObserver<String> requests) {
            requests.onNext("four");
            requests.onNext("five");
            requests.onCompleted();
        }

        List<String> all() throws Exception {
            return done.get(10, TimeUnit.SECONDS);
        }

        @Override
        public void onNext(String response) {
            responses.add(response);
        }

        @Override
        public void onError(Throwable failure) {
            done.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            done.complete(responses);
        }
    }
}
