package sample.grpc;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import sample.Journal;

/** A service with a method of each kind, by hand, so that any version of grpc-java runs it. */
final class Echo {
    private final String name;

    /** The service of that name. */
    Echo(String name) {
        this.name = name;
    }

    ServerServiceDefinition definition() {
        return ServerServiceDefinition.builder(name)
                .addMethod(
                        method(MethodType.UNARY),
                        ServerCalls.asyncUnaryCall(
                                (request, responses) -> answer(MethodType.UNARY, request, responses)))
                .addMethod(
                        method(MethodType.SERVER_STREAMING),
                        ServerCalls.asyncServerStreamingCall(
                                (request, responses) -> answer(MethodType.SERVER_STREAMING, request, responses)))
                .addMethod(
                        method(MethodType.CLIENT_STREAMING),
                        ServerCalls.asyncClientStreamingCall(responses -> last(responses)))
                .addMethod(
                        method(MethodType.BIDI_STREAMING),
                        ServerCalls.asyncBidiStreamingCall(responses -> each(responses)))
                .build();
    }

    /** The name that its calls have. */
    String operation(MethodType type) {
        return name + '/' + title(type);
    }

    MethodDescriptor<String, String> method(MethodType type) {
        return MethodDescriptor.<String, String>newBuilder()
                .setFullMethodName(operation(type))
                .setType(type)
                .setRequestMarshaller(new Text())
                .setResponseMarshaller(new Text())
                .build();
    }

    private static String title(MethodType type) {
        return switch (type) {
            case UNARY -> "Unary";
            case CLIENT_STREAMING -> "ClientStream";
            case SERVER_STREAMING -> "ServerStream";
            default -> "BidiStream";
        };
    }

    private void arrived(MethodType type) {
        Journal.once("grpc server " + operation(type));
    }

    private void answer(MethodType type, String request, StreamObserver<String> responses) {
        arrived(type);
        responses.onNext(request);
        responses.onCompleted();
    }

    private StreamObserver<String> each(StreamObserver<String> responses) {
        arrived(MethodType.BIDI_STREAMING);
        return new Requests(responses, true);
    }

    private StreamObserver<String> last(StreamObserver<String> responses) {
        arrived(MethodType.CLIENT_STREAMING);
        return new Requests(responses, false);
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

    private static final class Text implements MethodDescriptor.Marshaller<String> {
        @Override
        public InputStream stream(String value) {
            return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String parse(InputStream stream) {
            try {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
