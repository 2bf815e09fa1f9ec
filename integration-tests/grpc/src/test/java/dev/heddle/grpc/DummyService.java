package dev.heddle.grpc;

import echo.Echo;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.Executor;

/**
 * The service that the tests call, with messages that are strings: unary echoes, client streaming concatenates, server
 * streaming splits into characters, bidi echoes each. The request "error" makes the handler throw and "status" makes it
 * fail with NOT_FOUND.
 */
final class DummyService {
    static final String NAME = "dummy.Dummy";
    static final MethodDescriptor<String, String> UNARY = method("Unary", MethodDescriptor.MethodType.UNARY);
    static final MethodDescriptor<String, String> CLIENT_STREAM =
            method("ClientStream", MethodDescriptor.MethodType.CLIENT_STREAMING);
    static final MethodDescriptor<String, String> SERVER_STREAM =
            method("ServerStream", MethodDescriptor.MethodType.SERVER_STREAMING);
    static final MethodDescriptor<String, String> BIDI = method("Bidi", MethodDescriptor.MethodType.BIDI_STREAMING);

    private final Executor executor;

    /** A service whose handlers do their work on an executor; {@code Runnable::run} for handlers that do it at once. */
    DummyService(Executor executor) {
        this.executor = executor;
    }

    private static MethodDescriptor<String, String> method(String name, MethodDescriptor.MethodType type) {
        return method(NAME, name, type);
    }

    static MethodDescriptor<String, String> method(String service, String name, MethodDescriptor.MethodType type) {
        return Echo.method(service, name, type);
    }

    ServerServiceDefinition definition() {
        return ServerServiceDefinition.builder(NAME)
                .addMethod(UNARY, ServerCalls.asyncUnaryCall(this::unary))
                .addMethod(CLIENT_STREAM, ServerCalls.asyncClientStreamingCall(this::clientStream))
                .addMethod(SERVER_STREAM, ServerCalls.asyncServerStreamingCall(this::serverStream))
                .addMethod(BIDI, ServerCalls.asyncBidiStreamingCall(this::bidi))
                .build();
    }

    private void unary(String request, StreamObserver<String> responses) {
        work(responses, () -> {
            check(request);
            responses.onNext(request);
            responses.onCompleted();
        });
    }

    private void serverStream(String request, StreamObserver<String> responses) {
        work(responses, () -> {
            for (char character : request.toCharArray()) {
                responses.onNext(String.valueOf(character));
            }
            check(request);
            responses.onCompleted();
        });
    }

    private StreamObserver<String> clientStream(StreamObserver<String> responses) {
        StringBuilder all = new StringBuilder();
        return new Requests() {
            @Override
            public void onNext(String request) {
                work(responses, () -> {
                    check(request);
                    all.append(request);
                });
            }

            @Override
            public void onCompleted() {
                work(responses, () -> {
                    responses.onNext(all.toString());
                    responses.onCompleted();
                });
            }
        };
    }

    private StreamObserver<String> bidi(StreamObserver<String> responses) {
        return new Requests() {
            @Override
            public void onNext(String request) {
                work(responses, () -> {
                    check(request);
                    responses.onNext(request);
                });
            }

            @Override
            public void onCompleted() {
                work(responses, responses::onCompleted);
            }
        };
    }

    /** A handler that works elsewhere reports its failures itself; one that works at once throws them. */
    private void work(StreamObserver<String> responses, Runnable work) {
        executor.execute(() -> {
            boolean elsewhere = Thread.currentThread().getName().startsWith("elsewhere");
            try {
                work.run();
            } catch (RuntimeException failure) {
                if (!elsewhere) {
                    throw failure;
                }
                responses.onError(failure);
            }
        });
    }

    private static void check(String request) {
        if (request.equals("error")) {
            throw new IllegalArgumentException("the handler's own");
        }
        if (request.equals("status")) {
            throw Status.NOT_FOUND.withDescription("nothing here").asRuntimeException();
        }
    }

    private abstract static class Requests implements StreamObserver<String> {
        @Override
        public void onError(Throwable cancelled) {}
    }
}
