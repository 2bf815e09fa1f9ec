package greetings;

import echo.Echo;
import io.grpc.CallOptions;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A gRPC server that answers what it is told, and its client. */
final class EchoServer implements AutoCloseable {
    private static final String SERVICE = "greetings.Echo";

    private static final MethodDescriptor<String, String> SAY =
            Echo.method(SERVICE, "Say", MethodDescriptor.MethodType.UNARY);

    private final Server server;
    private final ManagedChannel channel;

    EchoServer() {
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .addService(Echo.service(SERVICE, List.of(SAY)))
                    .build()
                    .start();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        channel = Grpc.newChannelBuilder("127.0.0.1:" + server.getPort(), InsecureChannelCredentials.create())
                .build();
    }

    String say(String text) {
        return ClientCalls.blockingUnaryCall(channel, SAY, CallOptions.DEFAULT, text);
    }

    @Override
    public void close() {
        try {
            channel.shutdown().awaitTermination(5, TimeUnit.SECONDS);
            server.shutdown().awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
