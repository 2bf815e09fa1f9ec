package echo;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.Consumer;

/**
 * gRPC services of texts that answer with what they are told: each request of a stream, or the last where there is one
 * response. By hand, so that any version of grpc-java since 1.6 runs it.
 */
public final class Echo {
    private Echo() {}

    /** A method whose messages are texts. */
    public static MethodDescriptor<String, String> method(String service, String name, MethodType type) {
        return MethodDescriptor.<String, String>newBuilder()
                .setFullMethodName(MethodDescriptor.generateFullMethodName(service, name))
                .setType(type)
                .setRequestMarshaller(new TextMarshaller())
                .setResponseMarshaller(new TextMarshaller())
                .build();
    }

    /** A service that echoes by these methods. */
    public static ServerServiceDefinition service(String name, List<MethodDescriptor<String, String>> methods) {
        return service(name, methods, method -> {});
    }

    /** The same, and says which method's handler is called. */
    public static ServerServiceDefinition service(
            String name,
            List<MethodDescriptor<String, String>> methods,
            Consumer<MethodDescriptor<String, String>> called) {
        ServerServiceDefinition.Builder service = ServerServiceDefinition.builder(name);
        for (MethodDescriptor<String, String> method : methods) {
            service.addMethod(method, handler(method.getType(), () -> called.accept(method)));
        }
        return service.build();
    }

    private static ServerCallHandler<String, String> handler(MethodType type, Runnable called) {
        return switch (type) {
            case UNARY ->
                ServerCalls.asyncUnaryCall((request, responses) -> {
                    called.run();
                    answer(request, responses);
                });
            case SERVER_STREAMING ->
                ServerCalls.asyncServerStreamingCall((request, responses) -> {
                    called.run();
                    answer(request, responses);
                });
            case CLIENT_STREAMING ->
                ServerCalls.asyncClientStreamingCall(responses -> {
                    called.run();
                    return new Requests(responses, false);
                });
            default ->
                ServerCalls.asyncBidiStreamingCall(responses -> {
                    called.run();
                    return new Requests(responses, true);
                });
        };
    }

    private static void answer(String request, StreamObserver<String> responses) {
        responses.onNext(request);
        responses.onCompleted();
    }

    /** Answers each request, or the last. */
    private static final class Requests implements StreamObserver<String> {
        private final StreamObserver<String> responses;
        private final boolean each;
        private String last;

        Requests(StreamObserver<String> responses, boolean each) {
            this.responses = responses;
            this.each = each;
        }

        @Override
        public void onNext(String request) {
            last = request;
            if (each) {
                responses.onNext(request);
            }
        }

        @Override
        public void onError(Throwable cancelled) {}

        @Override
        public void onCompleted() {
            if (!each) {
                responses.onNext(last);
            }
            responses.onCompleted();
        }
    }
}
