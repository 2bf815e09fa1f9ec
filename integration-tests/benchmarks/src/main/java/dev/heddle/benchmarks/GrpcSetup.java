package dev.heddle.benchmarks;

import dev.heddle.benchmarks.call.Echo;
import dev.heddle.benchmarks.call.GrpcInterceptors;
import dev.heddle.benchmarks.call.Transport;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import java.io.IOException;

/** A server of {@link Echo} and a channel to it, with the interceptors by hand that the arm wants. */
public record GrpcSetup(Server server, ManagedChannel channel) {
    public static GrpcSetup start(Transport transport) throws IOException {
        GrpcInterceptors interceptors = new GrpcInterceptors(false);
        ServerBuilder<?> server = transport.server().addService(Echo.service());
        for (int i = 0; i < SideArm.byHand(); i++) {
            server.intercept(interceptors);
        }
        Server started = server.build().start();
        ManagedChannelBuilder<?> client = transport.client(started);
        for (int i = 0; i < SideArm.byHand(); i++) {
            client.intercept(interceptors);
        }
        return new GrpcSetup(started, client.build());
    }
}
