package dev.heddle.soak;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One gRPC call and what comes back. */
final class Exchange implements StreamObserver<String> {
    private final Kind kind;
    private final int number;
    private final ClientCall<String, String> call;
    private final List<String> responses = new ArrayList<>();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    private Exchange(Channel channel, Kind kind, int number, CallOptions options) {
        this.kind = kind;
        this.number = number;
        Metadata headers = new Metadata();
        headers.put(Echo.NUMBER, String.valueOf(number));
        call = ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers))
                .newCall(method(), options);
    }

    /** Makes the call, which ends on another thread unless it is a blocking one. */
    static Exchange start(Channel channel, Kind kind, int number, CallOptions options) {
        Exchange exchange = new Exchange(channel, kind, number, options);
        exchange.send();
        return exchange;
    }

    private MethodDescriptor<String, String> method() {
        return switch (kind) {
            case SERVER_STREAM -> Echo.SERVER_STREAM;
            case CLIENT_STREAM -> Echo.CLIENT_STREAM;
            case BIDI -> Echo.BIDI;
            default -> Echo.UNARY;
        };
    }

    private void send() {
        List<String> requests = Echo.requests(kind, number);
        switch (kind) {
            case UNARY -> ClientCalls.asyncUnaryCall(call, requests.get(0), this);
            case SERVER_STREAM -> ClientCalls.asyncServerStreamingCall(call, requests.get(0), this);
            case CLIENT_STREAM -> sendAll(requests, ClientCalls.asyncClientStreamingCall(call, this));
            case BIDI -> sendAll(requests, ClientCalls.asyncBidiStreamingCall(call, this));
            default -> throw new IllegalArgumentException("not of this kind: " + kind);
        }
    }

    private static void sendAll(List<String> requests, StreamObserver<String> stream) {
        try {
            requests.forEach(stream::onNext);
            stream.onCompleted();
        } catch (IllegalStateException overAlready) {
            // So the observer hears, or has heard, why.
        }
    }

    void cancel() {
        call.cancel("as planned", null);
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    @Override
    public void onNext(String response) {
        responses.add(response);
    }

    @Override
    public void onError(Throwable failure) {
        end(of(Status.fromThrowable(failure)));
    }

    @Override
    public void onCompleted() {
        end(responses.equals(Echo.responses(kind, number)) ? Outcome.OK : Outcome.WRONG);
    }

    private void end(Outcome with) {
        if (!outcome.complete(with)) {
            Ledger.get().problem("call " + number + " ended twice, then with " + with);
        }
    }

    /** A unary call through a stub that blocks. */
    static Outcome block(Channel channel, int number, CallOptions options) {
        Metadata headers = new Metadata();
        headers.put(Echo.NUMBER, String.valueOf(number));
        try {
            String response = ClientCalls.blockingUnaryCall(
                    ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers)),
                    Echo.UNARY,
                    options,
                    Echo.requests(Kind.BLOCKING, number).get(0));
            return List.of(response).equals(Echo.responses(Kind.BLOCKING, number)) ? Outcome.OK : Outcome.WRONG;
        } catch (StatusRuntimeException failure) {
            return of(failure.getStatus());
        }
    }

    private static Outcome of(Status status) {
        return switch (status.getCode()) {
            case PERMISSION_DENIED -> Outcome.REFUSED;
            case ABORTED -> Outcome.STATUS;
            case FAILED_PRECONDITION, UNKNOWN -> Outcome.FAILED;
            case CANCELLED -> Outcome.CANCELLED;
            case DEADLINE_EXCEEDED -> Outcome.DEADLINE;
            default -> Outcome.BROKEN;
        };
    }
}
