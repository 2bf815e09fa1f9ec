package dev.heddle.testing.grpc;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Calls the {@link DummyService} as generated stubs do: blocking, with a future, with an observer. What blocks waits ten
 * seconds at most, and throws gRPC's {@code StatusRuntimeException} where the call fails. Immutable and thread-safe.
 */
public final class DummyClient {
    static final int SECONDS = 10;

    private final Channel channel;
    private final CallOptions options;
    private final boolean manualFlowControl;

    /** A client on any channel. */
    public DummyClient(Channel channel) {
        this(channel, CallOptions.DEFAULT, false);
    }

    private DummyClient(Channel channel, CallOptions options, boolean manualFlowControl) {
        this.channel = channel;
        this.options = options;
        this.manualFlowControl = manualFlowControl;
    }

    /** A client like this one with interceptors of gRPC's own before it; the first is the outermost. */
    public DummyClient intercepted(ClientInterceptor... interceptors) {
        return new DummyClient(ClientInterceptors.interceptForward(channel, interceptors), options, manualFlowControl);
    }

    /** A client like this one with other options, such as a deadline. */
    public DummyClient options(UnaryOperator<CallOptions> change) {
        return new DummyClient(channel, change.apply(options), manualFlowControl);
    }

    /** A client like this one whose streams ask for each response, and send only while the server takes it. */
    public DummyClient manualFlowControl() {
        return new DummyClient(channel, options, true);
    }

    /** A call of any method of the service, to be driven by hand. */
    public ClientCall<String, String> call(MethodDescriptor<String, String> method) {
        return channel.newCall(method, options);
    }

    /** Blocks for the echo. */
    public String unary(String request) {
        return ClientCalls.blockingUnaryCall(channel, DummyService.UNARY, options, request);
    }

    /** Promises the echo. */
    public ListenableFuture<String> unaryFuture(String request) {
        return ClientCalls.futureUnaryCall(call(DummyService.UNARY), request);
    }

    /** Has the echo observed. */
    public void unary(String request, StreamObserver<String> responses) {
        ClientCalls.asyncUnaryCall(call(DummyService.UNARY), request, responses);
    }

    /** Blocks for all characters of the request. */
    public List<String> serverStream(String request) {
        if (manualFlowControl) {
            Responses responses = new Responses(List.of(), true);
            serverStream(request, responses);
            return responses.await();
        }
        List<String> received = new ArrayList<>();
        ClientCalls.blockingServerStreamingCall(channel, DummyService.SERVER_STREAM, options, request)
                .forEachRemaining(received::add);
        return received;
    }

    /** Has the characters of the request observed. */
    public void serverStream(String request, StreamObserver<String> responses) {
        ClientCalls.asyncServerStreamingCall(call(DummyService.SERVER_STREAM), request, responses);
    }

    /** Sends the requests and blocks for what they are together. */
    public String clientStream(String... requests) {
        Responses responses = new Responses(List.of(requests), manualFlowControl);
        clientStream(responses);
        responses.send();
        return responses.await().get(0);
    }

    /** Has the requests to come answered by one observed response. */
    public StreamObserver<String> clientStream(StreamObserver<String> responses) {
        return ClientCalls.asyncClientStreamingCall(call(DummyService.CLIENT_STREAM), responses);
    }

    /** Sends the requests and blocks for all echoes. */
    public List<String> bidi(String... requests) {
        Responses responses = new Responses(List.of(requests), manualFlowControl);
        bidi(responses);
        responses.send();
        return responses.await();
    }

    /** Has the echo of each request to come observed. */
    public StreamObserver<String> bidi(StreamObserver<String> responses) {
        return ClientCalls.asyncBidiStreamingCall(call(DummyService.BIDI), responses);
    }
}
