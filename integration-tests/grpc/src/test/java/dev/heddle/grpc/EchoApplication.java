package dev.heddle.grpc;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import java.util.Iterator;
import java.util.concurrent.Callable;

/** A little application of any version of grpc-java: what it calls has been there since 1.6. */
public final class EchoApplication implements Callable<String> {
    @Override
    public String call() throws Exception {
        ServerServiceDefinition service = new DummyService(Runnable::run).definition();
        Server server = InProcessServerBuilder.forName("echo")
                .addService(service)
                .build()
                .start();
        InProcessChannelBuilder builder = InProcessChannelBuilder.forName("echo");
        try {
            // A builder that is used again must not add to what it has added.
            builder.build().shutdownNow();
            ManagedChannel channel = builder.build();
            StringBuilder result = new StringBuilder(
                    ClientCalls.blockingUnaryCall(channel, DummyService.UNARY, CallOptions.DEFAULT, "foo"));
            Iterator<String> characters = ClientCalls.blockingServerStreamingCall(
                    channel, DummyService.SERVER_STREAM, CallOptions.DEFAULT, "bar");
            characters.forEachRemaining(character -> result.append(' ').append(character));
            channel.shutdownNow();
            return result.toString();
        } finally {
            server.shutdownNow();
        }
    }
}
