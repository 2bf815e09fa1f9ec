package dev.heddle.differential;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerServiceDefinition;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;

/**
 * Very many calls at once, with real threads, each of which is cancelled, expires, is half-closed, answered and sent
 * messages by several threads at any moment. What comes of a call is left to chance; that it ends, and once, is not.
 */
public final class Storm {
    private static final int AT_ONCE = 200;
    /** So many cancellations meet their call at one moment, which takes two threads that wait for each other. */
    private static final double RACES = 5000;
    /** No further calls begin after so many seconds. */
    private static final int SECONDS = Integer.getInteger("storm.seconds", Integer.MAX_VALUE);

    private final ExecutorService hands = Executors.newFixedThreadPool(4);
    private final ExecutorService callbacks = Executors.newFixedThreadPool(3);
    private final Rival rival = new Rival();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final StormCount count = new StormCount();
    private final Map<MethodType, MethodDescriptor<String, String>> methods = new EnumMap<>(MethodType.class);
    private final boolean netty;

    private Storm(boolean netty) {
        this.netty = netty;
        for (MethodType type : MethodType.values()) {
            methods.put(type, StormHandler.method(type));
        }
    }

    /** Takes the number of calls, and {@code IN_PROCESS} or {@code NETTY}. */
    public static void main(String[] arguments) throws Exception {
        // The handlers' exceptions are meant to be.
        LogManager.getLogManager().reset();
        Storm storm = new Storm(Setup.Transport.valueOf(arguments[1]) == Setup.Transport.NETTY);
        storm.run(Long.parseLong(arguments[0]));
        System.out.println("intercepted " + Flavour.interceptions() + ", " + storm.count);
        System.exit(storm.count.violations() == 0 ? 0 : 1);
    }

    private void run(long calls) throws Exception {
        Server server = server().build().start();
        ManagedChannel channel = channel(server.getPort()).executor(callbacks).build();
        MethodType[] kinds = {
            MethodType.UNARY,
            MethodType.UNARY,
            MethodType.CLIENT_STREAMING,
            MethodType.SERVER_STREAMING,
            MethodType.BIDI_STREAMING
        };
        double racing = Math.min(RACES / calls, 0.8);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        long number = 0;
        for (; number < calls && System.nanoTime() < end; number++) {
            if (!Patience.await(room::tryAcquire)) {
                count.violation("calls that never end");
                break;
            }
            MethodType kind = kinds[(int) (number % kinds.length)];
            new StormCall(number, methods.get(kind), channel, hands, rival, count, room::release).start(racing);
        }
        System.out.println("began " + number + " calls");
        if (!Patience.await((time, unit) -> room.tryAcquire(AT_ONCE, time, unit))) {
            count.violation("never ended: " + (AT_ONCE - room.availablePermits()) + " calls");
        }
        channel.shutdown();
        if (!Patience.await(channel::awaitTermination)) {
            count.violation("the channel does not terminate");
        }
        server.shutdown();
        if (!Patience.await(server::awaitTermination)) {
            count.violation("the server does not terminate");
        }
        hands.shutdown();
        callbacks.shutdown();
        if (!Patience.await(hands::awaitTermination) || !Patience.await(callbacks::awaitTermination)) {
            count.violation("threads are stuck");
        }
        rival.close();
        count.finish();
    }

    private ServerBuilder<?> server() throws IOException {
        ServerServiceDefinition.Builder service = ServerServiceDefinition.builder(StormHandler.SERVICE);
        methods.values().stream()
                .filter(method -> method.getType() != MethodType.UNKNOWN)
                .forEach(method -> service.addMethod(method, new StormHandler(hands, count)));
        ServerBuilder<?> builder = netty
                ? NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                : InProcessServerBuilder.forName("storm");
        return builder.executor(callbacks).addService(service.build());
    }

    private ManagedChannelBuilder<?> channel(int port) {
        return netty
                ? NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .usePlaintext()
                : InProcessChannelBuilder.forName("storm");
    }
}
