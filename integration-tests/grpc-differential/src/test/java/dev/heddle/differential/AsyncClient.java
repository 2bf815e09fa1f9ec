package dev.heddle.differential;

import io.grpc.ClientCall;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;

/** Uses a stub with observers. */
final class AsyncClient extends ClientEnd {
    private ClientCallStreamObserver<String> requests;
    private boolean started;
    private int ends;

    AsyncClient(World world, int number) {
        super(world, number);
    }

    @Override
    void start(int argument) {
        if (started) {
            throw new NotHereException();
        }
        started = true;
        StreamObserver<String> responses = world.setup().has(Option.MANUAL_CLIENT) ? new Manual() : new Responses();
        ClientCall<String, String> call = channel().newCall(world.methods().ofClient(), options());
        String message = Payload.of(argument);
        switch (world.setup().kind()) {
            case UNARY -> ClientCalls.asyncUnaryCall(call, message, responses);
            case SERVER_STREAMING -> ClientCalls.asyncServerStreamingCall(call, message, responses);
            case CLIENT_STREAMING -> keep(ClientCalls.asyncClientStreamingCall(call, responses));
            default -> keep(ClientCalls.asyncBidiStreamingCall(call, responses));
        }
    }

    private void keep(StreamObserver<String> observer) {
        requests = (ClientCallStreamObserver<String>) observer;
    }

    private ClientCallStreamObserver<String> requests() {
        if (requests == null) {
            throw new NotHereException();
        }
        return requests;
    }

    @Override
    void request(int messages) {
        requests().request(messages);
    }

    @Override
    void send(String message) {
        requests().onNext(message);
    }

    @Override
    void halfClose() {
        requests().onCompleted();
    }

    @Override
    void cancel(String message, Throwable cause) {
        if (cause != null && message == null) {
            requests().onError(cause);
        } else {
            requests().cancel(message, cause);
        }
    }

    @Override
    void compress(boolean enabled) {
        requests().setMessageCompression(enabled);
    }

    @Override
    String look() {
        return requests().isReady() ? "ready" : "not ready";
    }

    @Override
    String state() {
        return "ended " + ends + " times";
    }

    private class Responses implements StreamObserver<String> {
        @Override
        public void onNext(String message) {
            watch.at(Moment.ON_MESSAGE, () -> Payload.show(message));
        }

        @Override
        public void onError(Throwable failure) {
            ends++;
            watch.at(Moment.ON_CLOSE, () -> Describe.thrown(failure));
        }

        @Override
        public void onCompleted() {
            ends++;
            watch.at(Moment.ON_CLOSE, () -> "completed");
        }
    }

    private final class Manual extends Responses implements ClientResponseObserver<String, String> {
        @Override
        public void beforeStart(ClientCallStreamObserver<String> observer) {
            requests = observer;
            observer.disableAutoRequestWithInitial(world.setup().kind().serverSendsOneMessage() ? 2 : 1);
            observer.setOnReadyHandler(() -> watch.at(Moment.ON_READY, AsyncClient.this::look));
            watch.at(Moment.BEFORE_START, nothing());
        }
    }
}
