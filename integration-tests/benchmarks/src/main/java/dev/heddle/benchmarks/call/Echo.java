package dev.heddle.benchmarks.call;

import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A gRPC service that gives back what it gets. */
public final class Echo {
    public static final MethodDescriptor<byte[], byte[]> ONE = method("One", MethodDescriptor.MethodType.UNARY);
    static final MethodDescriptor<byte[], byte[]> MANY = method("Many", MethodDescriptor.MethodType.BIDI_STREAMING);

    private Echo() {}

    public static ServerServiceDefinition service() {
        return ServerServiceDefinition.builder("benchmark.Echo")
                .addMethod(ONE, ServerCalls.asyncUnaryCall((request, responses) -> {
                    responses.onNext(request);
                    responses.onCompleted();
                }))
                .addMethod(MANY, ServerCalls.asyncBidiStreamingCall(Echo::back))
                .build();
    }

    private static StreamObserver<byte[]> back(StreamObserver<byte[]> responses) {
        return new StreamObserver<>() {
            @Override
            public void onNext(byte[] request) {
                responses.onNext(request);
            }

            @Override
            public void onError(Throwable cancelled) {}

            @Override
            public void onCompleted() {
                responses.onCompleted();
            }
        };
    }

    private static MethodDescriptor<byte[], byte[]> method(String name, MethodDescriptor.MethodType type) {
        return MethodDescriptor.<byte[], byte[]>newBuilder()
                .setFullMethodName("benchmark.Echo/" + name)
                .setType(type)
                .setRequestMarshaller(new Bytes())
                .setResponseMarshaller(new Bytes())
                .build();
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
