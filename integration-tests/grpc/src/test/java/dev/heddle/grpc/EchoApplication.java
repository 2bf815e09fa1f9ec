package dev.heddle.grpc;

import echo.Responses;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * A little application of any version of grpc-java: what it calls has been there since 1.6, or for the network since
 * Netty is shaded. Makes one call of each kind, and gives all responses.
 */
public final class EchoApplication implements Callable<List<String>> {
    private final boolean network;

    public EchoApplication(boolean network) {
        this.network = network;
    }

    @Override
    public List<String> call() throws Exception {
        ServerBuilder<?> builder = network ? Network.server() : InProcessServerBuilder.forName("echo");
        builder.addService(new DummyService(Runnable::run).definition());
        // A builder that is used again must not add to what it has added.
        builder.build();
        Server server = builder.build().start();
        ManagedChannelBuilder<?> client =
                network ? Network.client(server.getPort()) : InProcessChannelBuilder.forName("echo");
        client.build().shutdownNow();
        ManagedChannel channel = client.build();
        try {
            return callEach(channel);
        } finally {
            channel.shutdownNow().awaitTermination(60, TimeUnit.SECONDS);
            server.shutdownNow().awaitTermination(60, TimeUnit.SECONDS);
        }
    }

    private static List<String> callEach(ManagedChannel channel) throws Exception {
        List<String> responses = new ArrayList<>();
        responses.add(ClientCalls.blockingUnaryCall(channel, DummyService.UNARY, CallOptions.DEFAULT, "foo"));
        Responses joined = new Responses();
        ClientCall<String, String> clientStream = channel.newCall(DummyService.CLIENT_STREAM, CallOptions.DEFAULT);
        Responses.send(ClientCalls.asyncClientStreamingCall(clientStream, joined), "foo", "bar");
        responses.addAll(joined.all());
        ClientCalls.blockingServerStreamingCall(channel, DummyService.SERVER_STREAM, CallOptions.DEFAULT, "bar")
                .forEachRemaining(responses::add);
        Responses echoed = new Responses();
        ClientCall<String, String> bidi = channel.newCall(DummyService.BIDI, CallOptions.DEFAULT);
        Responses.send(ClientCalls.asyncBidiStreamingCall(bidi, echoed), "foo", "bar");
        responses.addAll(echoed.all());
        return responses;
    }

    /** Loaded only with a version that has Netty here. */
    private static final class Network {
        static ServerBuilder<?> server() {
            return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }

        static ManagedChannelBuilder<?> client(int port) {
            return NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .usePlaintext();
        }
    }
}
