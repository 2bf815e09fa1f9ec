package dev.heddle.soak;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A gRPC server on the loopback, which can lose its connections and come back at its port. */
final class EchoServer {
    private static final int FIRST_PORT = 15_000;
    private static final int END_OF_PORTS = 32_000;
    private static final int ATTEMPTS = 20;

    private final EventLoopGroup events;
    private final Executor executor;
    private final Set<Channel> connections = ConcurrentHashMap.newKeySet();
    private Server server;

    EchoServer(EventLoopGroup events, Executor executor) throws IOException {
        this.events = events;
        this.executor = executor;
        server = start();
    }

    /** At a port that no connection gets by chance while the server is away. */
    private Server start() throws IOException {
        IOException failure = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return start(ThreadLocalRandom.current().nextInt(FIRST_PORT, END_OF_PORTS));
            } catch (IOException taken) {
                failure = taken;
            }
        }
        throw failure;
    }

    private Server start(int port) throws IOException {
        return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .channelFactory(() -> new Listening())
                .bossEventLoopGroup(events)
                .workerEventLoopGroup(events)
                .executor(executor)
                .addService(EchoService.echo())
                .addService(EchoService.alive())
                .build()
                .start();
    }

    int port() {
        return server.getPort();
    }

    /** Closes the sockets, without a word to gRPC at either end; one just accepted has no event loop to close it yet. */
    void dropConnections() {
        connections.stream()
                .filter(Channel::isRegistered)
                .forEach(connection -> connection.close().syncUninterruptibly());
    }

    /** The old socket is only gone when its selector has had a look at it. */
    void restart() throws InterruptedException {
        int port = port();
        close();
        server = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> start(port), Objects::nonNull);
    }

    void close() throws InterruptedException {
        if (!server.shutdownNow().awaitTermination(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server does not end");
        }
    }

    /** Notes each connection that it accepts. */
    private final class Listening extends NioServerSocketChannel {
        @Override
        protected int doReadMessages(List<Object> accepted) throws Exception {
            int count = super.doReadMessages(accepted);
            for (Object each : accepted) {
                Channel connection = (Channel) each;
                connections.add(connection);
                connection.closeFuture().addListener(closed -> connections.remove(connection));
            }
            return count;
        }
    }
}
