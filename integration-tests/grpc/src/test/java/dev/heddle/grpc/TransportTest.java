package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever carries a call, whoever serves it and however often it is tried: each interceptor sees it once on either side. */
class TransportTest extends GrpcTest {
    private void callEachKind() {
        client(Place.INNER, call -> {
            call.headers().put("user", "Jürgen");
            return call.proceed();
        });
        server(Place.INNER, call -> {
            assertThat(call.headers().get("user")).isEqualTo("Jürgen");
            return call.proceed();
        });
        assertThat(unary("foo")).isEqualTo("foo");
        assertThat(serverStream("bar")).containsExactly("b", "a", "r");
        assertThat(clientStream("foo", "bar")).isEqualTo("foobar");
        assertThat(bidi("foo", "bar")).containsExactly("foo", "bar");
        assertThat(Interceptions.CLIENT_CALLS).hasValue(12);
        assertThat(Interceptions.SERVER_CALLS).hasValue(12);
    }

    @Test
    void unixDomainSocket(@TempDir Path folder) throws Exception {
        SocketAddress address = UnixDomainSocketAddress.of(folder.resolve("socket"));
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
        try {
            serve(NettyServerBuilder.forAddress(address)
                    .channelType(NioServerDomainSocketChannel.class)
                    .bossEventLoopGroup(loops)
                    .workerEventLoopGroup(loops)
                    .addService(new DummyService(Runnable::run).definition()));
            channel = open(NettyChannelBuilder.forAddress(address)
                    .channelType(NioDomainSocketChannel.class)
                    .eventLoopGroup(loops)
                    .usePlaintext());
            callEachKind();
        } finally {
            stop();
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }

    /** What the library does again by itself is one call of the application, and as many as arrive at the server. */
    @Test
    void attemptsOfTheLibraryAreOneCall() throws Exception {
        Map<String, Object> policy = Map.of(
                "maxAttempts",
                3d,
                "initialBackoff",
                "0.01s",
                "maxBackoff",
                "0.01s",
                "backoffMultiplier",
                1d,
                "retryableStatusCodes",
                List.of("UNAVAILABLE"));
        assertAttempts("retryPolicy", policy);
    }

    @Test
    void hedgedAttemptsOfTheLibraryAreOneCall() throws Exception {
        Map<String, Object> policy =
                Map.of("maxAttempts", 3d, "hedgingDelay", "0s", "nonFatalStatusCodes", List.of("UNAVAILABLE"));
        assertAttempts("hedgingPolicy", policy);
    }

    private void assertAttempts(String name, Map<String, Object> policy) throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        ServerServiceDefinition service = ServerServiceDefinition.builder(DummyService.NAME)
                .addMethod(DummyService.UNARY, ServerCalls.asyncUnaryCall((request, responses) -> {
                    if (attempts.incrementAndGet() < 3) {
                        responses.onError(Status.UNAVAILABLE.asRuntimeException());
                    } else {
                        responses.onNext(request);
                        responses.onCompleted();
                    }
                }))
                .build();
        Server server = serve(NettyServerBuilder.forPort(0).addService(service));
        Map<String, Object> method = Map.of("name", List.of(Map.of("service", DummyService.NAME)), name, policy);
        channel = open(NettyChannelBuilder.forAddress("localhost", server.getPort())
                .usePlaintext()
                .enableRetry()
                .defaultServiceConfig(Map.of("methodConfig", List.of(method))));
        assertThat(ClientCalls.blockingUnaryCall(channel, DummyService.UNARY, CallOptions.DEFAULT, "foo"))
                .isEqualTo("foo");
        assertThat(attempts).hasValue(3);
        assertThat(Interceptions.CLIENT_CALLS).hasValue(3);
        assertThat(Interceptions.SERVER_CALLS).hasValue(9);
    }

    @Test
    void servicesOfTheLibrary() throws Exception {
        HealthStatusManager health = new HealthStatusManager();
        health.setStatus("orders", ServingStatus.SERVING);
        Server server = serve(NettyServerBuilder.forPort(0)
                .addService(health.getHealthService())
                .addService(ProtoReflectionServiceV1.newInstance()));
        channel = open(
                NettyChannelBuilder.forAddress("localhost", server.getPort()).usePlaintext());
        assertThat(HealthGrpc.newBlockingStub(channel)
                        .check(HealthCheckRequest.newBuilder()
                                .setService("orders")
                                .build())
                        .getStatus())
                .isEqualTo(ServingStatus.SERVING);
        assertThat(services()).contains("grpc.health.v1.Health");
        // The first of the three extensions alone has asked for them.
        assertThat(Interceptions.CLIENT_CALLS).hasValue(2);
        assertThat(Interceptions.SERVER_CALLS).hasValue(2);
    }

    private List<String> services() throws Exception {
        CompletableFuture<List<String>> services = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> requests = ServerReflectionGrpc.newStub(channel)
                .serverReflectionInfo(new StreamObserver<>() {
                    @Override
                    public void onNext(ServerReflectionResponse response) {
                        services.complete(response.getListServicesResponse().getServiceList().stream()
                                .map(service -> service.getName())
                                .toList());
                    }

                    @Override
                    public void onError(Throwable failure) {
                        services.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {}
                });
        requests.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
        List<String> listed = services.get(60, TimeUnit.SECONDS);
        requests.onCompleted();
        return listed;
    }
}
