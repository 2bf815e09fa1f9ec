package dev.heddle.benchmarks.load;

import dev.heddle.benchmarks.GrpcSetup;
import dev.heddle.benchmarks.Launch;
import dev.heddle.benchmarks.Processor;
import dev.heddle.benchmarks.call.Echo;
import dev.heddle.benchmarks.call.Transport;
import dev.heddle.benchmarks.report.Unit;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;

/**
 * A gRPC server and its client on loopback: {@code GrpcLoad WARMUP SECONDS RATE LATENCYSECONDS}. First as many calls as
 * it can, always the same number under way; then, unless the rate is 0, as many per second as that, and their latency.
 */
public final class GrpcLoad {
    private static final int UNDER_WAY = 64;
    private static final byte[] REQUEST = new byte[100];

    private final ManagedChannel channel;
    private final LongAdder done = new LongAdder();
    private volatile boolean saturating = true;

    private GrpcLoad(ManagedChannel channel) {
        this.channel = channel;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        GrpcLoad load = new GrpcLoad(GrpcSetup.start(Transport.LOOPBACK).channel());
        load.saturate(Double.parseDouble(arguments[0]), Double.parseDouble(arguments[1]));
        double rate = Double.parseDouble(arguments[2]);
        if (rate > 0) {
            Histogram latencies = new OpenLoop(rate).run(Double.parseDouble(arguments[3]), load::call);
            Launch.say(Unit.P50, latencies.getValueAtPercentile(50) / 1e3);
            Launch.say(Unit.P99, latencies.getValueAtPercentile(99) / 1e3);
            Launch.say(Unit.P99_9, latencies.getValueAtPercentile(99.9) / 1e3);
        }
        Runtime.getRuntime().halt(0);
    }

    private void saturate(double warmup, double seconds) throws InterruptedException {
        for (int i = 0; i < UNDER_WAY; i++) {
            again();
        }
        Thread.sleep((long) (warmup * 1000));
        long before = done.sum();
        long cpu = Processor.nanoseconds();
        long begin = System.nanoTime();
        Thread.sleep((long) (seconds * 1000));
        long calls = done.sum() - before;
        Launch.say(Unit.PER_SECOND, calls * 1e9 / (System.nanoTime() - begin));
        Launch.say(Unit.CPU_MICROSECONDS, (Processor.nanoseconds() - cpu) / 1e3 / Math.max(1, calls));
        saturating = false;
    }

    private void again() {
        call(() -> {
            done.increment();
            if (saturating) {
                again();
            }
        });
    }

    private void call(Runnable answered) {
        ClientCalls.asyncUnaryCall(
                channel.newCall(Echo.ONE, CallOptions.DEFAULT), REQUEST, new StreamObserver<byte[]>() {
                    @Override
                    public void onNext(byte[] response) {}

                    @Override
                    public void onError(Throwable failure) {
                        // The figures would be of failures: better none.
                        failure.printStackTrace();
                        Runtime.getRuntime().halt(1);
                    }

                    @Override
                    public void onCompleted() {
                        answered.run();
                    }
                });
    }
}
