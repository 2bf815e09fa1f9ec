package dev.heddle.grpc;

import io.temporal.shaded.io.grpc.CallOptions;
import io.temporal.shaded.io.grpc.ManagedChannel;
import io.temporal.shaded.io.grpc.MethodDescriptor;
import io.temporal.shaded.io.grpc.Server;
import io.temporal.shaded.io.grpc.ServerServiceDefinition;
import io.temporal.shaded.io.grpc.inprocess.InProcessChannelBuilder;
import io.temporal.shaded.io.grpc.inprocess.InProcessServerBuilder;
import io.temporal.shaded.io.grpc.stub.ClientCalls;
import io.temporal.shaded.io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/** The unary call of {@link EchoApplication} through the gRPC that Temporal has moved to another package. */
final class ShadedEchoApplication implements Callable<String> {
    private static final MethodDescriptor<String, String> UNARY = MethodDescriptor.<String, String>newBuilder()
            .setFullMethodName("dummy.Dummy/Unary")
            .setType(MethodDescriptor.MethodType.UNARY)
            .setRequestMarshaller(new Text())
            .setResponseMarshaller(new Text())
            .build();

    @Override
    public String call() throws Exception {
        Server server = InProcessServerBuilder.forName("shaded")
                .addService(ServerServiceDefinition.builder("dummy.Dummy")
                        .addMethod(UNARY, ServerCalls.asyncUnaryCall((request, responses) -> {
                            responses.onNext(request);
                            responses.onCompleted();
                        }))
                        .build())
                .build()
                .start();
        ManagedChannel channel = InProcessChannelBuilder.forName("shaded").build();
        try {
            return ClientCalls.blockingUnaryCall(channel, UNARY, CallOptions.DEFAULT, "foo");
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
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
