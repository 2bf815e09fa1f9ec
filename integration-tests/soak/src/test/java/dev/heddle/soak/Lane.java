package dev.heddle.soak;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A gRPC channel and whoever makes calls through it, one after the other. */
final class Lane {
    private static final long DEADLINE_MILLIS = 20;
    private static final long PATIENCE_SECONDS = 60;

    private final Ledger ledger = Ledger.get();
    private final EchoServer server;
    private final Executor executor;
    private final Disruption disruption = new Disruption();
    private volatile ManagedChannel channel;

    Lane(EchoServer server, Executor executor) {
        this.server = server;
        this.executor = executor;
        this.channel = open();
    }

    private ManagedChannel open() {
        return NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()))
                .usePlaintext()
                .executor(executor)
                .build();
    }

    Disruption disruption() {
        return disruption;
    }

    /** Makes calls until there are no more. */
    void run(Numbers numbers) throws InterruptedException {
        for (int number; (number = numbers.take()) >= 0; ) {
            int then = disruption.now();
            Kind kind = Kind.OF_GRPC.get(number % Kind.OF_GRPC.size());
            ledger.sent(number, kind);
            ledger.ended(number, call(kind, number), disruption.since(then));
        }
    }

    private Outcome call(Kind kind, int number) throws InterruptedException {
        Plan plan = Plan.of(kind, number);
        CallOptions options = CallOptions.DEFAULT.withWaitForReady();
        if (plan.is(Fault.DEADLINE)) {
            options = options.withDeadlineAfter(DEADLINE_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (kind == Kind.BLOCKING) {
            // Nobody else would interrupt it.
            return Exchange.block(
                    channel,
                    number,
                    plan.is(Fault.DEADLINE) ? options : options.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        Exchange exchange = Exchange.start(channel, kind, number, options);
        if (plan.is(Fault.CANCEL)) {
            await(exchange, Plan.chance(number) % 6, TimeUnit.MILLISECONDS);
            exchange.cancel();
        }
        return await(exchange, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static Outcome await(Exchange exchange, long time, TimeUnit unit) throws InterruptedException {
        try {
            return exchange.outcome().get(time, unit);
        } catch (TimeoutException late) {
            return Outcome.NONE;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes the channel away from the calls that are under way, and goes on with another. */
    void replaceChannel() throws InterruptedException {
        ManagedChannel old = channel;
        channel = open();
        close(old);
    }

    /** Waits until there is a connection. */
    void ping() {
        CallOptions options =
                CallOptions.DEFAULT.withWaitForReady().withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (true) {
            try {
                ClientCalls.blockingUnaryCall(channel, Echo.PING, options, "ping");
                return;
            } catch (StatusRuntimeException broken) {
                if (broken.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED) {
                    throw broken;
                }
                // The old connection has not yet noticed that it is gone.
            }
        }
    }

    void close() throws InterruptedException {
        close(channel);
    }

    private static void close(ManagedChannel channel) throws InterruptedException {
        if (!channel.shutdownNow().awaitTermination(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the channel does not end");
        }
    }
}
