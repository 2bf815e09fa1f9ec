package dev.heddle.benchmarks.start;

import dev.heddle.benchmarks.GrpcSetup;
import dev.heddle.benchmarks.call.Echo;
import dev.heddle.benchmarks.call.Transport;
import io.grpc.CallOptions;
import io.grpc.stub.ClientCalls;
import java.io.IOException;

/** A gRPC server and a client, to the first answer. */
public final class GrpcApplication {
    private GrpcApplication() {}

    public static void main(String[] arguments) throws IOException {
        GrpcSetup setup = GrpcSetup.start(Transport.LOOPBACK);
        ClientCalls.blockingUnaryCall(setup.channel(), Echo.ONE, CallOptions.DEFAULT, new byte[100]);
        PeakMemory.print();
        Runtime.getRuntime().halt(0);
    }
}
