package dev.heddle.differential;

import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerServiceDefinition;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The server and the channel of a script. */
final class Connection {
    /** Enough for a large message to leave in one piece. */
    private static final int BUFFER = 200_000;

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final World world;
    private final Setup setup;
    private final String name = "world-" + NUMBERS.incrementAndGet();
    private final Collection<ClientCall<?, ?>> open = new ConcurrentLinkedQueue<>();
    private Server server;
    private ManagedChannel channel;
    private Channel intercepted;

    Connection(World world) {
        this.world = world;
        this.setup = world.setup();
    }

    void open() {
        int port = 1;
        try {
            if (!setup.has(Option.NO_SERVER)) {
                server = serverBuilder().build().start();
                port = setup.netty() ? server.getPort() : 0;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        channel = channelBuilder(port).build();
        intercepted = ClientInterceptors.intercept(channel, new ClientWatch(world, Place.OUTER));
        if (!setup.has(Option.COLD) || !connectsInTurn()) {
            channel.getState(true);
        }
        world.flow().settle();
    }

    /** Whether what a call does before there is a connection is done by one thread when there is one. */
    private boolean connectsInTurn() {
        return !setup.netty()
                || setup.channelRuns() == Runs.DIRECT
                        && setup.client() != Setup.ClientApi.BLOCKING
                        && !setup.has(Option.CALL_EXECUTOR);
    }

    private ServerBuilder<?> serverBuilder() {
        ServerBuilder<?> builder = setup.netty()
                ? NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .bossEventLoopGroup(world.flow().wire().group())
                        .workerEventLoopGroup(world.flow().wire().group())
                        .channelFactory(world.flow().wire()::newServer)
                        .withOption(ChannelOption.SO_RCVBUF, BUFFER)
                        .withChildOption(ChannelOption.SO_SNDBUF, BUFFER)
                : InProcessServerBuilder.forName(name)
                        .maxInboundMetadataSize(8192)
                        .deadlineTicker(world.time())
                        .scheduledExecutorService(world.time().scheduler());
        if (setup.serverRuns() == Runs.DIRECT) {
            builder.directExecutor();
        } else {
            builder.executor(world.flow().server());
        }
        if (setup.has(Option.SERVER_TRACER)) {
            builder.addStreamTracerFactory(new Tracers.Server(world.trace()));
        }
        builder.intercept(new ServerWatch(world));
        Pair byHand = Pair.ofFlavour();
        if (byHand != null && Flavour.on("server")) {
            builder.intercept(byHand);
        }
        return builder.addService(service());
    }

    private ServerServiceDefinition service() {
        return ServerServiceDefinition.builder(Methods.SERVICE)
                .addMethod(
                        world.methods().ofServer(),
                        switch (setup.server()) {
                            case RAW -> new RawHandler(world);
                            case STUB -> new StubHandler(world);
                        })
                .build();
    }

    private ManagedChannelBuilder<?> channelBuilder(int port) {
        ManagedChannelBuilder<?> builder = setup.netty()
                ? NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .eventLoopGroup(world.flow().wire().group())
                        .channelFactory(world.flow().wire()::newClient, InetSocketAddress.class)
                        .withOption(ChannelOption.SO_RCVBUF, BUFFER)
                        .withOption(ChannelOption.SO_SNDBUF, BUFFER)
                        .usePlaintext()
                : InProcessChannelBuilder.forName(name)
                        .scheduledExecutorService(world.time().scheduler());
        builder.overrideAuthority("differential").intercept(new ClientWatch(world, Place.INNER));
        Pair byHand = Pair.ofFlavour();
        if (byHand != null && Flavour.on("client")) {
            builder.intercept(byHand);
        }
        // Over a network a retriable call's onReady comes at either of two times.
        if (setup.has(Option.RETRY) && !setup.netty()) {
            builder.enableRetry();
        } else {
            builder.disableRetry();
        }
        return setup.channelRuns() == Runs.DIRECT
                ? builder.directExecutor()
                : builder.executor(world.flow().channel());
    }

    Channel channel() {
        return intercepted;
    }

    /** Ends what a step says. */
    void shutdown(Verb verb) {
        switch (verb) {
            case SHUTDOWN_CHANNEL -> channel.shutdown();
            case SHUTDOWN_CHANNEL_NOW -> channel.shutdownNow();
            default -> {
                if (server != null) {
                    server.shutdownNow();
                }
            }
        }
    }

    /** Ends both, and says whether they do end: a call that is left open keeps a channel from it. */
    void close() {
        channel.shutdown();
        world.flow().settle();
        world.trace().add("end", "the channel is terminated after shutdown: " + channel.isTerminated());
        endCalls();
        world.trace().add("end", "the channel is terminated after the calls: " + channel.isTerminated());
        channel.shutdownNow();
        world.flow().settle();
        world.trace().add("end", "the channel is terminated after shutdownNow: " + channel.isTerminated());
        if (server != null) {
            server.shutdownNow();
            world.flow().settle();
            world.trace().add("end", "the server is terminated: " + server.isTerminated());
        }
    }

    /** A call of the client's has started. */
    void opened(ClientCall<?, ?> call) {
        open.add(call);
    }

    /** A call of the client's has been told of its end. */
    void closed(ClientCall<?, ?> call) {
        open.remove(call);
    }

    /** Ends the calls that the script has left open, in their order. */
    private void endCalls() {
        for (ClientCall<?, ?> call : open) {
            try {
                call.cancel("the script is over", null);
            } catch (Throwable thrown) {
                world.trace().add("end", "cancelling throws " + Describe.thrown(thrown));
            }
            world.flow().settle();
        }
    }
}
