package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.linecorp.armeria.internal.client.grpc.GrpcClientFactory;
import com.linecorp.armeria.server.grpc.HandlerRegistry;
import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import io.helidon.webclient.grpc.GrpcChannel;
import io.helidon.webserver.grpc.GrpcRouteHandler;
import io.vertx.grpcio.client.GrpcIoClientChannel;
import io.vertx.grpcio.server.impl.GrpcIoServiceBridgeImpl;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The places where servers and channels that are not grpc-java's take its types, in classes of their names: what they take
 * is put to use on grpc-java's own, so that each call is seen twice. The frameworks' tests run the libraries themselves.
 */
class OtherGrpcTest extends GrpcTest {
    private static final int EXTENSIONS = 3;

    static Stream<ServerServiceDefinition> services() {
        ServerServiceDefinition own = new DummyService(Runnable::run).definition();
        ServerMethodDefinition<String, String> unary = unaryOf(own);
        return Stream.of(
                new HandlerRegistry.Builder().build(new HandlerRegistry.Entry(own)),
                new GrpcIoServiceBridgeImpl(own).service(),
                ServerServiceDefinition.builder(DummyService.NAME)
                        .addMethod(
                                unary.getMethodDescriptor(),
                                new GrpcRouteHandler(unary.getServerCallHandler()).callHandler())
                        .build());
    }

    @SuppressWarnings("unchecked")
    private static ServerMethodDefinition<String, String> unaryOf(ServerServiceDefinition service) {
        return (ServerMethodDefinition<String, String>) service.getMethod(DummyService.UNARY.getFullMethodName());
    }

    @ParameterizedTest
    @MethodSource("services")
    void servicesAreIntercepted(ServerServiceDefinition service) throws Exception {
        String name = InProcessServerBuilder.generateName();
        channel = connect(
                InProcessServerBuilder.forName(name).addService(service), InProcessChannelBuilder.forName(name));
        assertThat(unary("foo")).isEqualTo("foo");
        assertThat(Interceptions.SERVER_CALLS).hasValue(2 * EXTENSIONS);
        server(Place.GUARD, call -> {
            throw Status.PERMISSION_DENIED.asRuntimeException();
        });
        assertThatThrownBy(() -> unary("foo"))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refusal -> assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED));
    }

    private enum Side {
        ARMERIA {
            @Override
            Channel channel(Channel own) {
                Map<String, Object> options = Map.of("name", "interceptors", "interceptors", List.of());
                return new GrpcClientFactory().newClient(own, options);
            }
        },
        HELIDON {
            @Override
            Channel channel(Channel own) {
                return new GrpcChannel(own);
            }
        },
        VERTX {
            @Override
            Channel channel(Channel own) {
                return new GrpcIoClientChannel(own);
            }
        };

        abstract Channel channel(Channel own);
    }

    static Stream<Side> sides() {
        return Stream.of(Side.values());
    }

    @ParameterizedTest
    @MethodSource("sides")
    void callsAreIntercepted(Side side) {
        Channel other = side.channel(channel);
        for (int calls = 1; calls <= 2; calls++) {
            assertThat(ClientCalls.blockingUnaryCall(other, DummyService.UNARY, CallOptions.DEFAULT, "foo"))
                    .isEqualTo("foo");
            assertThat(Interceptions.CLIENT_CALLS).hasValue(calls * 2 * EXTENSIONS);
        }
        client(Place.GUARD, call -> {
            throw Status.PERMISSION_DENIED.asRuntimeException();
        });
        assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(other, DummyService.UNARY, CallOptions.DEFAULT, "foo"))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refusal -> assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED));
    }
}
