package dev.heddle.stubs;

import echo.TextMarshaller;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A channel and a server, between which scenarios are played one by one. */
final class Exchange implements AutoCloseable {
    private final String service;
    private final boolean netty;
    private final Stage stage = new Stage();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Server server;
    private final ManagedChannel channel;
    private int played;

    /**
     * Opens both.
     *
     * @param service whose calls are intercepted as its name says
     */
    Exchange(String service, boolean netty) {
        this.service = service;
        this.netty = netty;
        try {
            server = server().fallbackHandlerRegistry(stage)
                    .intercept(new Scopes.Server(stage))
                    .build()
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        channel = channel(server.getPort()).intercept(Scopes.Client.inner()).build();
    }

    private ServerBuilder<?> server() {
        return netty
                ? NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                : InProcessServerBuilder.forName(service).directExecutor();
    }

    private ManagedChannelBuilder<?> channel(int port) {
        return netty
                ? NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .usePlaintext()
                : InProcessChannelBuilder.forName(service).directExecutor();
    }

    /** What the two ends of a call see. */
    List<String> play(Scenario scenario) {
        Journal journal = new Journal(scenario.isOfOneThread());
        MethodDescriptor<String, String> method = method("Call" + played++, scenario.type());
        stage.enter(scenario.server().library().serve(method, scenario.work(), journal), journal);
        Channel outer = ClientInterceptors.intercept(channel, Scopes.Client.outer());
        if (scenario.use() == Use.DEADLINE) {
            untilTheDeadline(() -> scenario.client().library().call(outer, method, scenario.use(), journal), journal);
        } else {
            scenario.client().library().call(outer, method, scenario.use(), journal);
        }
        journal.awaitEnd();
        return journal.lines().stream()
                .map(line -> line.replace(service, "the service").replaceAll("@[0-9a-f]+", ""))
                .toList();
    }

    /** A deadline of which the library is told when the handler has the request, however long that has taken. */
    private void untilTheDeadline(Runnable call, Journal journal) {
        Context.CancellableContext context = Context.current().withDeadlineAfter(1, TimeUnit.HOURS, clock);
        context.run(call);
        journal.awaitRequest();
        context.cancel(new TimeoutException("context timed out"));
    }

    private MethodDescriptor<String, String> method(String name, MethodDescriptor.MethodType type) {
        return MethodDescriptor.<String, String>newBuilder()
                .setFullMethodName(MethodDescriptor.generateFullMethodName(service, name))
                .setType(type)
                .setRequestMarshaller(new TextMarshaller())
                .setResponseMarshaller(new TextMarshaller())
                .build();
    }

    /** Closes both, which end when no call is left. */
    @Override
    public void close() {
        try {
            clock.shutdownNow();
            channel.shutdown();
            if (!channel.awaitTermination(Journal.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("a call of " + service + " leaks from its channel");
            }
            server.shutdown();
            if (!server.awaitTermination(Journal.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("a call of " + service + " leaks from its server");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
