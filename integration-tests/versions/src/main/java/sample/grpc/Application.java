package sample.grpc;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.NegotiationType;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import sample.Attachment;

/** An application of any version of grpc-java from 1.6 on: calls of each kind, in process and over the network. */
public final class Application {
    private Application() {}

    /** Runs to the end, or ends with 1. */
    public static void main(String[] arguments) {
        try {
            SampleService inProcess = new SampleService("sample.InProcess");
            SampleService netty = new SampleService("sample.Netty");
            InetAddress loopback = InetAddress.getLoopbackAddress();
            List<Connection> connections = List.of(
                    connect(
                            inProcess,
                            InProcessServerBuilder.forName("echo"),
                            port -> InProcessChannelBuilder.forName("echo")),
                    connect(
                            netty,
                            NettyServerBuilder.forAddress(new InetSocketAddress(loopback, 0)),
                            port -> NettyChannelBuilder.forAddress(new InetSocketAddress(loopback, port))
                                    .negotiationType(NegotiationType.PLAINTEXT)));
            for (Connection each : connections) {
                each.calls().make();
            }
            Attachment.await();
            for (Connection each : connections) {
                each.calls().make();
                each.channel().shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
                each.server().shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
            }
        } catch (Throwable failure) {
            failure.printStackTrace(System.out);
            System.exit(1);
        }
        System.exit(0);
    }

    private record Connection(Server server, ManagedChannel channel, EchoCalls calls) {}

    @FunctionalInterface
    private interface Client {
        ManagedChannelBuilder<?> to(int port);
    }

    private static Connection connect(SampleService echo, ServerBuilder<?> serverBuilder, Client client)
            throws Exception {
        serverBuilder.addService(echo.definition());
        // A builder that is used again must not add to what it has added.
        serverBuilder.build();
        Server server = serverBuilder.build().start();
        ManagedChannelBuilder<?> channelBuilder = client.to(server.getPort());
        channelBuilder.build().shutdownNow();
        ManagedChannel channel = channelBuilder.build();
        return new Connection(server, channel, new EchoCalls(echo, channel));
    }
}
