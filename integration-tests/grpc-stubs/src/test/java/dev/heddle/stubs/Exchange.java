package dev.heddle.stubs;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A channel and a server, between which scenarios are played one by one. */
final class Exchange implements AutoCloseable {
    /** The request has reached the handler by then, also where the machine has much else to do. */
    private static final int DEADLINE_SECONDS = 2;

    private final String service;
    private final boolean netty;
    private final Stage stage = new Stage();
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

    /** Makes a call. What the two ends see of it is there when it is over. */
    Supplier<List<String>> begin(Scenario scenario) {
        Journal journal = new Journal(!netty && !scenario.takesTime());
        MethodDescriptor<String, String> method = method("Call" + played++, scenario.type());
        stage.enter(scenario.server().library().serve(method, scenario.work(), journal), journal);
        CallOptions options = scenario.use() == Use.DEADLINE
                ? CallOptions.DEFAULT.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                : CallOptions.DEFAULT;
        Channel outer = ClientInterceptors.intercept(channel, Scopes.Client.outer());
        scenario.client().library().call(outer, method, options, scenario.use(), journal);
        return () -> {
            journal.awaitEnd();
            return journal.lines().stream()
                    .map(line -> line.replace(service, "the service").replaceAll("@[0-9a-f]+", ""))
                    .toList();
        };
    }

    private MethodDescriptor<String, String> method(String name, MethodDescriptor.MethodType type) {
        return MethodDescriptor.<String, String>newBuilder()
                .setFullMethodName(MethodDescriptor.generateFullMethodName(service, name))
                .setType(type)
                .setRequestMarshaller(new Text())
                .setResponseMarshaller(new Text())
                .build();
    }

    /** Closes both, which end when no call is left. */
    @Override
    public void close() {
        try {
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

    private static final class Text implements MethodDescriptor.Marshaller<String> {
        @Override
        public InputStream stream(String value) {
            return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String parse(InputStream stream) {
            try {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
