package dev.heddle.dropins;

import echo.Echo;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import java.util.List;

/** An application of gRPC alone. */
public final class EchoApplication {
    private static final MethodDescriptor<String, String> ECHO =
            Echo.method("shop.Echo", "Say", MethodDescriptor.MethodType.UNARY);

    private EchoApplication() {}

    public static void main(String[] arguments) throws Exception {
        Server server = InProcessServerBuilder.forName("shop")
                .addService(Echo.service("shop.Echo", List.of(ECHO), method -> System.out.println("handled")))
                .build()
                .start();
        ManagedChannel channel = InProcessChannelBuilder.forName("shop").build();
        try {
            System.out.println("echo: " + ClientCalls.blockingUnaryCall(channel, ECHO, CallOptions.DEFAULT, "hi"));
        } catch (RuntimeException failure) {
            System.out.println("echo: " + failure);
        }
        channel.shutdownNow();
        server.shutdownNow();
    }
}
