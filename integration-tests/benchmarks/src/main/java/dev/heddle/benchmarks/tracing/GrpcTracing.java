package dev.heddle.benchmarks.tracing;

import dev.heddle.benchmarks.call.Echo;
import dev.heddle.benchmarks.call.Transport;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A unary gRPC call on one thread, traced at both ends: until the last span of a batch has ended. */
@State(Scope.Thread)
public class GrpcTracing {
    private static final int BATCH = 1_000;
    private static final byte[] REQUEST = new byte[100];

    @Param("NONE")
    public Tracer tracer;

    private final EndedSpans spans = new EndedSpans();
    private Server server;
    private ManagedChannel channel;

    @Setup
    public void prepare() throws IOException {
        if (tracer.needsSdk()) {
            spans.register(tracer);
        }
        server = Transport.DIRECT.server().addService(Echo.service()).build().start();
        channel = Transport.DIRECT.client(server).build();
    }

    @TearDown
    public void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public byte[] unary() {
        byte[] last = null;
        for (int i = 0; i < BATCH; i++) {
            last = ClientCalls.blockingUnaryCall(channel, Echo.ONE, CallOptions.DEFAULT, REQUEST);
        }
        if (tracer == Tracer.HEDDLE) {
            spans.await(2 * BATCH);
        }
        return last;
    }
}
