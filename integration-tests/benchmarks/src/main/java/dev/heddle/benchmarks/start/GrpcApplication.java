package dev.heddle.benchmarks.start;

import dev.heddle.benchmarks.call.Echo;
import dev.heddle.benchmarks.call.GrpcInterceptors;
import dev.heddle.benchmarks.call.Transport;
import io.grpc.CallOptions;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.stub.ClientCalls;
import java.io.IOException;

/** A gRPC server and a client, to the first answer. */
public final class GrpcApplication {
    private GrpcApplication() {}

    public static void main(String[] arguments) throws IOException {
        int byHand = Integer.getInteger("interceptors", 0);
        ServerBuilder<?> builder = Transport.LOOPBACK.server().addService(Echo.service());
        for (int i = 0; i < byHand; i++) {
            builder.intercept(new GrpcInterceptors(false));
        }
        Server server = builder.build().start();
        ManagedChannelBuilder<?> client = Transport.LOOPBACK.client(server);
        for (int i = 0; i < byHand; i++) {
            client.intercept(new GrpcInterceptors(false));
        }
        ClientCalls.blockingUnaryCall(client.build(), Echo.ONE, CallOptions.DEFAULT, new byte[100]);
        PeakMemory.print();
        Runtime.getRuntime().halt(0);
    }
}
