package dev.heddle.differential;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;

/** A handler that uses the library's call as it is. */
final class RawHandler implements ServerCallHandler<String, String> {
    private static final Metadata.Key<String> HEADER =
            Metadata.Key.of("response-header", Metadata.ASCII_STRING_MARSHALLER);

    private final World world;

    RawHandler(World world) {
        this.world = world;
    }

    @Override
    public ServerCall.Listener<String> startCall(ServerCall<String, String> call, Metadata headers) {
        int number = Calls.number(headers);
        Watch watch = new Watch(world, number, Place.HANDLER);
        world.calls(number).server(new End(call));
        boolean none = watch.at(Moment.START_CALL, () -> Describe.metadata(headers) + state(call));
        return none ? null : new Callbacks(watch, call);
    }

    /** What a call says of itself. */
    static String state(ServerCall<?, ?> call) {
        return (call.isReady() ? " ready" : " not ready") + (call.isCancelled() ? " cancelled" : "");
    }

    private record End(ServerCall<String, String> call) implements ServerEnd {
        @Override
        public void request(int messages) {
            call.request(messages);
        }

        @Override
        public void sendHeaders(int number) {
            Metadata headers = new Metadata();
            if (number % 2 == 1) {
                headers.put(HEADER, "header " + number);
            }
            call.sendHeaders(headers);
        }

        @Override
        public void send(String message) {
            call.sendMessage(message);
        }

        @Override
        public void close(int ending) {
            call.close(Endings.status(ending), Endings.trailers(ending));
        }

        @Override
        public void compression(String name) {
            call.setCompression(name);
        }

        @Override
        public void compress(boolean enabled) {
            call.setMessageCompression(enabled);
        }

        @Override
        public String look() {
            return state(call) + " " + Describe.attributes(call.getAttributes()) + " " + call.getAuthority();
        }
    }

    private static final class Callbacks extends ServerCall.Listener<String> {
        private final Watch watch;
        private final ServerCall<String, String> call;

        Callbacks(Watch watch, ServerCall<String, String> call) {
            this.watch = watch;
            this.call = call;
        }

        @Override
        public void onMessage(String message) {
            watch.at(Moment.ON_MESSAGE, () -> Payload.show(message) + state(call));
        }

        @Override
        public void onHalfClose() {
            watch.at(Moment.ON_HALF_CLOSE, () -> state(call));
        }

        @Override
        public void onCancel() {
            watch.at(Moment.ON_CANCEL, () -> state(call));
        }

        @Override
        public void onComplete() {
            watch.at(Moment.ON_COMPLETE, () -> state(call));
        }

        @Override
        public void onReady() {
            watch.at(Moment.ON_READY, () -> state(call));
        }
    }
}
