package dev.heddle.differential;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;

/** A handler as stubs have them, with observers. */
final class StubHandler implements ServerCallHandler<String, String> {
    private final World world;

    StubHandler(World world) {
        this.world = world;
    }

    @Override
    public ServerCall.Listener<String> startCall(ServerCall<String, String> call, Metadata headers) {
        int number = Calls.number(headers);
        Method method = new Method(number, new Watch(world, number, Place.HANDLER));
        ServerCallHandler<String, String> handler = switch (world.setup().served()) {
            case UNARY -> ServerCalls.asyncUnaryCall(method::one);
            case SERVER_STREAMING -> ServerCalls.asyncServerStreamingCall(method::one);
            case CLIENT_STREAMING -> ServerCalls.asyncClientStreamingCall(method::many);
            default -> ServerCalls.asyncBidiStreamingCall(method::many);
        };
        return handler.startCall(call, headers);
    }

    private final class Method {
        private final int number;
        private final Watch watch;

        Method(int number, Watch watch) {
            this.number = number;
            this.watch = watch;
        }

        void one(String request, StreamObserver<String> responses) {
            End end = end(responses);
            watch.at(Moment.START_CALL, () -> Payload.show(request) + end.look());
        }

        StreamObserver<String> many(StreamObserver<String> responses) {
            End end = end(responses);
            boolean none = watch.at(Moment.START_CALL, end::look);
            return none ? null : new Requests(watch, end);
        }

        private End end(StreamObserver<String> responses) {
            ServerCallStreamObserver<String> observer = (ServerCallStreamObserver<String>) responses;
            End end = new End(observer);
            world.calls(number).server(end);
            if (world.setup().has(Option.MANUAL_SERVER)) {
                observer.setOnCancelHandler(() -> watch.at(Moment.ON_CANCEL, end::look));
                observer.setOnCloseHandler(() -> watch.at(Moment.ON_COMPLETE, end::look));
                observer.setOnReadyHandler(() -> watch.at(Moment.ON_READY, end::look));
                observer.disableAutoRequest();
                observer.request(1);
            }
            return end;
        }
    }

    private record End(ServerCallStreamObserver<String> responses) implements ServerEnd {
        @Override
        public void request(int messages) {
            responses.request(messages);
        }

        @Override
        public void sendHeaders(int number) {
            throw new ClientEnd.NotHereException();
        }

        @Override
        public void send(String message) {
            responses.onNext(message);
        }

        @Override
        public void close(int ending) {
            if (ending < 3) {
                responses.onCompleted();
            } else {
                responses.onError(Endings.error(ending));
            }
        }

        @Override
        public void compression(String name) {
            responses.setCompression(name);
        }

        @Override
        public void compress(boolean enabled) {
            responses.setMessageCompression(enabled);
        }

        @Override
        public String look() {
            return (responses.isReady() ? " ready" : " not ready") + (responses.isCancelled() ? " cancelled" : "");
        }
    }

    private record Requests(Watch watch, End end) implements StreamObserver<String> {
        @Override
        public void onNext(String message) {
            watch.at(Moment.ON_MESSAGE, () -> Payload.show(message) + end.look());
        }

        @Override
        public void onError(Throwable failure) {
            watch.at(Moment.ON_CANCEL, () -> Describe.thrown(failure) + end.look());
        }

        @Override
        public void onCompleted() {
            watch.at(Moment.ON_HALF_CLOSE, end::look);
        }
    }
}
