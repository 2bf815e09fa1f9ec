package dev.heddle.testing.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** The code behind the {@link DummyService}'s methods. */
record Handlers(DummyService service, Executor executor, boolean manualFlowControl) {

    void unary(String request, StreamObserver<String> responses) {
        new Lane(executor, responses).run(() -> {
            responses.onNext(service.answer(request));
            responses.onCompleted();
        });
    }

    void serverStream(String request, StreamObserver<String> responses) {
        Lane lane = new Lane(executor, responses);
        if (manualFlowControl) {
            ServerCallStreamObserver<String> client = (ServerCallStreamObserver<String>) responses;
            Queue<String> rest = new ArrayDeque<>();
            lane.run(() -> rest.addAll(split(request)));
            boolean[] over = {false};
            client.setOnReadyHandler(() -> lane.run(() -> {
                while (client.isReady() && !rest.isEmpty()) {
                    client.onNext(rest.remove());
                }
                if (rest.isEmpty() && !over[0]) {
                    over[0] = true;
                    client.onCompleted();
                }
            }));
        } else {
            lane.run(() -> {
                split(request).forEach(responses::onNext);
                responses.onCompleted();
            });
        }
    }

    private java.util.List<String> split(String request) throws Throwable {
        return service.answer(request)
                .codePoints()
                .mapToObj(Character::toString)
                .toList();
    }

    StreamObserver<String> clientStream(StreamObserver<String> responses) {
        StringBuilder all = new StringBuilder();
        return new Requests(responses) {
            @Override
            void next(String request) throws Throwable {
                all.append(service.answer(request));
            }

            @Override
            void end() {
                responses.onNext(all.toString());
                responses.onCompleted();
            }
        };
    }

    StreamObserver<String> bidi(StreamObserver<String> responses) {
        return new Requests(responses) {
            @Override
            void next(String request) throws Throwable {
                responses.onNext(service.answer(request));
            }

            @Override
            void end() {
                responses.onCompleted();
            }
        };
    }

    /** Takes the requests of a stream, and in manual flow control asks for the next when one is done. */
    private abstract class Requests implements StreamObserver<String> {
        private final Lane lane;
        private final ServerCallStreamObserver<String> client;

        Requests(StreamObserver<String> responses) {
            lane = new Lane(executor, responses);
            client = (ServerCallStreamObserver<String>) responses;
            if (manualFlowControl) {
                client.disableAutoRequest();
                client.request(1);
            }
        }

        abstract void next(String request) throws Throwable;

        abstract void end();

        @Override
        public void onNext(String request) {
            lane.run(() -> {
                next(request);
                if (manualFlowControl) {
                    client.request(1);
                }
            });
        }

        @Override
        public void onCompleted() {
            lane.run(this::end);
        }

        @Override
        public void onError(Throwable cancelled) {
            // the client has gone
        }
    }
}
