package dev.heddle.testing.grpc;

import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A server in this process with the {@link DummyService}, and a channel to it. Describe it, then {@link #start()} it.
 * What is made belongs to the thread's test, so it goes through the extensions of that test. Closing it ends the calls.
 */
public final class DummyServer implements AutoCloseable {
    private final DummyService service;
    private final String name = InProcessServerBuilder.generateName();
    private List<ServerInterceptor> serverInterceptors = List.of();
    private List<ClientInterceptor> clientInterceptors = List.of();
    private ExecutorService threads = Executors.newCachedThreadPool();
    private Server server;
    private ManagedChannel channel;

    /** A server to be started. */
    public DummyServer(DummyService service) {
        this.service = service;
    }

    /** Runs handlers and callbacks on the thread that causes them, rather than on threads of an executor. */
    public DummyServer direct() {
        threads.shutdown();
        threads = null;
        return this;
    }

    /** Adds interceptors of gRPC's own to the service; the first is the outermost. */
    public DummyServer intercepted(ServerInterceptor... interceptors) {
        serverInterceptors = List.of(interceptors);
        return this;
    }

    /** Adds interceptors of gRPC's own to the channel; the first is the outermost. */
    public DummyServer clientIntercepted(ClientInterceptor... interceptors) {
        clientInterceptors = List.of(interceptors);
        return this;
    }

    /** Starts the server and opens the channel. */
    public DummyServer start() {
        InProcessServerBuilder serverBuilder = InProcessServerBuilder.forName(name)
                .addService(ServerInterceptors.interceptForward(service, serverInterceptors));
        InProcessChannelBuilder channelBuilder = InProcessChannelBuilder.forName(name);
        if (threads == null) {
            serverBuilder.directExecutor();
            channelBuilder.directExecutor();
        } else {
            serverBuilder.executor(threads);
            channelBuilder.executor(threads);
        }
        try {
            server = serverBuilder.build().start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        // A channel runs the last one first.
        for (int i = clientInterceptors.size() - 1; i >= 0; i--) {
            channelBuilder.intercept(clientInterceptors.get(i));
        }
        channel = channelBuilder.build();
        return this;
    }

    /** The name of the server, by which in-process channels find it. */
    public String name() {
        return name;
    }

    /** The channel. */
    public ManagedChannel channel() {
        return channel;
    }

    /** A client on the channel. */
    public DummyClient client() {
        return new DummyClient(channel);
    }

    @Override
    public void close() throws InterruptedException {
        channel.shutdownNow();
        server.shutdownNow();
        server.awaitTermination(DummyClient.SECONDS, TimeUnit.SECONDS);
        channel.awaitTermination(DummyClient.SECONDS, TimeUnit.SECONDS);
        if (threads != null) {
            threads.shutdown();
        }
    }
}
