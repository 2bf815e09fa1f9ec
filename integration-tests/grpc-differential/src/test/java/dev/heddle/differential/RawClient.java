package dev.heddle.differential;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;

/** Uses the library's call as it is. */
final class RawClient extends ClientEnd {
    private ClientCall<String, String> call;
    private boolean making;
    private int closes;

    RawClient(World world, int number) {
        super(world, number);
    }

    private ClientCall<String, String> call() {
        if (call == null) {
            if (making) {
                // An interceptor is at it.
                throw new NotHereException();
            }
            making = true;
            call = channel().newCall(world.methods().ofClient(), options());
        }
        return call;
    }

    @Override
    void start(int argument) {
        Metadata headers = new Metadata();
        try {
            call().start(new Callbacks(), headers);
        } finally {
            watch.say("headers are " + Describe.metadata(headers));
        }
    }

    @Override
    void startAgain() {
        call().start(new Callbacks(), new Metadata());
    }

    @Override
    void request(int messages) {
        call().request(messages);
    }

    @Override
    void send(String message) {
        call().sendMessage(message);
    }

    @Override
    void halfClose() {
        call().halfClose();
    }

    @Override
    void cancel(String message, Throwable cause) {
        call().cancel(message, cause);
    }

    @Override
    void compress(boolean enabled) {
        call().setMessageCompression(enabled);
    }

    @Override
    String look() {
        return (call().isReady() ? "ready " : "not ready ") + Describe.attributes(call().getAttributes());
    }

    @Override
    String state() {
        return "closed " + closes + " times";
    }

    private final class Callbacks extends ClientCall.Listener<String> {
        @Override
        public void onReady() {
            watch.at(Moment.ON_READY, () -> look());
        }

        @Override
        public void onHeaders(Metadata headers) {
            watch.at(Moment.ON_HEADERS, () -> Describe.metadata(headers) + " " + look());
        }

        @Override
        public void onMessage(String message) {
            watch.at(Moment.ON_MESSAGE, () -> Payload.show(message));
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            closes++;
            watch.at(Moment.ON_CLOSE, () -> Describe.status(status) + " " + Describe.metadata(trailers) + " " + look());
        }
    }
}
