package sample.grpc;

import echo.Responses;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.stub.ClientCalls;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import sample.Journal;

/** Calls of each kind, with blocking and asynchronous stubs. */
final class EchoCalls {
    private final SampleService echo;
    private final Channel channel;

    EchoCalls(SampleService echo, Channel channel) {
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
        Responses.send(ClientCalls.asyncClientStreamingCall(call(MethodType.CLIENT_STREAMING), last), "four", "five");
        expect("[five]", last.all().toString());
        leaving(MethodType.BIDI_STREAMING);
        Responses each = new Responses();
        Responses.send(ClientCalls.asyncBidiStreamingCall(call(MethodType.BIDI_STREAMING), each), "four", "five");
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
}
