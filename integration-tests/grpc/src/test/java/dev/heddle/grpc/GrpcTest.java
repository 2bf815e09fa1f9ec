package dev.heddle.grpc;

import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server with the {@link DummyService} and a client, in a JVM with the agent. */
abstract class GrpcTest {
    static {
        TestExtensions.pack();
    }

    static {
        // For what never comes: a busy machine takes longer than this is by default.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    private final ExecutorService elsewhere = Executors.newSingleThreadExecutor(work -> new Thread(work, "elsewhere"));
    private final List<Server> servers = new ArrayList<>();
    private final List<ManagedChannel> channels = new ArrayList<>();
    ManagedChannel channel;

    @BeforeEach
    void start() throws IOException {
        Interceptions.reset();
        channel = inProcess(new DummyService(Runnable::run));
    }

    @AfterEach
    void stop() throws InterruptedException {
        Interceptions.reset();
        for (ManagedChannel each : channels) {
            each.shutdownNow().awaitTermination(60, TimeUnit.SECONDS);
        }
        for (Server each : servers) {
            each.shutdownNow().awaitTermination(60, TimeUnit.SECONDS);
        }
        elsewhere.shutdownNow();
    }

    /** A service whose handlers complete on another thread. */
    final DummyService async() {
        return new DummyService(elsewhere);
    }

    final ExecutorService elsewhere() {
        return elsewhere;
    }

    final ManagedChannel inProcess(DummyService service) throws IOException {
        String name = InProcessServerBuilder.generateName();
        return connect(
                InProcessServerBuilder.forName(name).addService(service.definition()),
                InProcessChannelBuilder.forName(name));
    }

    final ManagedChannel netty(DummyService service) throws IOException {
        Server server = serve(NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(service.definition()));
        return open(NettyChannelBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()))
                .usePlaintext());
    }

    final ManagedChannel connect(ServerBuilder<?> server, ManagedChannelBuilder<?> client) throws IOException {
        serve(server);
        return open(client);
    }

    final Server serve(ServerBuilder<?> builder) throws IOException {
        Server server = builder.build().start();
        servers.add(server);
        return server;
    }

    final ManagedChannel open(ManagedChannelBuilder<?> builder) {
        ManagedChannel opened = builder.build();
        channels.add(opened);
        return opened;
    }

    final String unary(String request) {
        return ClientCalls.blockingUnaryCall(channel, DummyService.UNARY, CallOptions.DEFAULT, request);
    }

    /** The same through a stub that returns a future. */
    final String unaryLater(String request) throws Exception {
        try {
            return ClientCalls.futureUnaryCall(channel.newCall(DummyService.UNARY, CallOptions.DEFAULT), request)
                    .get(60, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException failed) {
            throw (StatusRuntimeException) failed.getCause();
        }
    }

    final List<String> serverStream(String request) {
        List<String> responses = new ArrayList<>();
        ClientCalls.blockingServerStreamingCall(channel, DummyService.SERVER_STREAM, CallOptions.DEFAULT, request)
                .forEachRemaining(responses::add);
        return responses;
    }

    final String clientStream(String... requests) {
        return stream(DummyService.CLIENT_STREAM, requests).get(0);
    }

    final List<String> bidi(String... requests) {
        return stream(DummyService.BIDI, requests);
    }

    private List<String> stream(MethodDescriptor<String, String> method, String... requests) {
        Responses responses = new Responses();
        ClientCall<String, String> call = channel.newCall(method, CallOptions.DEFAULT);
        StreamObserver<String> sender = method == DummyService.BIDI
                ? ClientCalls.asyncBidiStreamingCall(call, responses)
                : ClientCalls.asyncClientStreamingCall(call, responses);
        for (String request : requests) {
            sender.onNext(request);
        }
        sender.onCompleted();
        return responses.all();
    }

    static void client(Place place, dev.heddle.api.Interceptor<? super dev.heddle.api.GrpcClientCall> interceptor) {
        place.client(interceptor);
    }

    static void server(Place place, dev.heddle.api.Interceptor<? super dev.heddle.api.GrpcServerCall> interceptor) {
        place.server(interceptor);
    }

    /** Gathers responses. */
    static class Responses implements StreamObserver<String> {
        final List<String> soFar = new java.util.concurrent.CopyOnWriteArrayList<>();
        final CompletableFuture<List<String>> done = new CompletableFuture<>();

        @Override
        public void onNext(String response) {
            soFar.add(response);
        }

        @Override
        public void onError(Throwable failure) {
            done.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            done.complete(soFar);
        }

        List<String> all() {
            try {
                return done.get(60, TimeUnit.SECONDS);
            } catch (java.util.concurrent.ExecutionException failed) {
                throw (StatusRuntimeException) failed.getCause();
            } catch (InterruptedException | java.util.concurrent.TimeoutException failed) {
                throw new AssertionError(failed);
            }
        }
    }
}
