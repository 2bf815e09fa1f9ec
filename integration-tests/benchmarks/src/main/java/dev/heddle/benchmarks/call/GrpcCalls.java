package dev.heddle.benchmarks.call;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Calls from a gRPC client to a server, both in this JVM and both with interceptors. */
@State(Scope.Thread)
public class GrpcCalls {
    private static final byte[] REQUEST = new byte[100];

    @Param("NONE")
    public Arm arm;

    @Param("DIRECT")
    public Transport transport;

    /** How many calls many callers make beforehand. */
    @Param("0")
    public int crowd;

    private final Operator operator = new Operator();
    private Server server;
    private ManagedChannel channel;
    private final BlockingQueue<byte[]> responses = new ArrayBlockingQueue<>(1);
    private StreamObserver<byte[]> requests;

    @Setup
    public void prepare() throws IOException {
        ServerBuilder<?> builder = transport.server().addService(Echo.service());
        if (arm == Arm.BY_HAND || arm == Arm.BY_HAND_HEADER) {
            builder.intercept(new GrpcInterceptors(arm.header()));
        }
        server = builder.build().start();
        ManagedChannelBuilder<?> client = transport.client(server);
        if (arm == Arm.BY_HAND || arm == Arm.BY_HAND_HEADER) {
            client.intercept(new GrpcInterceptors(arm.header()));
        }
        channel = client.build();
        Crowd.call(crowd, this::unary);
        openStream();
    }

    /** A stream that is open stays on its chain. */
    @Setup(Level.Iteration)
    public void disable() {
        if (operator.disables(arm)) {
            requests.onCompleted();
            openStream();
        }
    }

    private void openStream() {
        requests = ClientCalls.asyncBidiStreamingCall(
                channel.newCall(Echo.MANY, CallOptions.DEFAULT), new Responses(responses));
    }

    @TearDown
    public void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    @Benchmark
    public byte[] unary() {
        return ClientCalls.blockingUnaryCall(channel, Echo.ONE, CallOptions.DEFAULT, REQUEST);
    }

    /** One message there and one back. */
    @Benchmark
    public byte[] message() throws InterruptedException {
        requests.onNext(REQUEST);
        return responses.take();
    }

    private record Responses(BlockingQueue<byte[]> queue) implements StreamObserver<byte[]> {
        @Override
        public void onNext(byte[] response) {
            queue.add(response);
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onCompleted() {}
    }
}
