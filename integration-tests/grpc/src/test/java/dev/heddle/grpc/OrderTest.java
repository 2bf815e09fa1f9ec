package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Where Heddle stands among the application's own interceptors: the picture in gRPC's page. */
class OrderTest extends GrpcTest {
    private final List<String> passed = new CopyOnWriteArrayList<>();

    private ClientInterceptor client(String name) {
        return new ClientInterceptor() {
            @Override
            public <Q, R> ClientCall<Q, R> interceptCall(
                    MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
                return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
                    @Override
                    public void start(Listener<R> responses, Metadata headers) {
                        passed.add(name);
                        super.start(responses, headers);
                    }
                };
            }
        };
    }

    private ServerInterceptor server(String name) {
        return new ServerInterceptor() {
            @Override
            public <Q, R> ServerCall.Listener<Q> interceptCall(
                    ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
                passed.add(name);
                return next.startCall(call, headers);
            }
        };
    }

    @Test
    void amongTheApplicationsOwn() throws Exception {
        client(Place.OUTER, call -> {
            passed.add("Heddle at the client");
            return call.proceed();
        });
        server(Place.OUTER, call -> {
            passed.add("Heddle at the server");
            return call.proceed();
        });
        String name = InProcessServerBuilder.generateName();
        Channel ofTheBuilder = connect(
                InProcessServerBuilder.forName(name)
                        .addService(new DummyService(Runnable::run).definition())
                        .intercept(server("of the server")),
                InProcessChannelBuilder.forName(name).intercept(client("of the channel")));
        Channel around = ClientInterceptors.intercept(ofTheBuilder, client("around the channel"));
        assertThat(ClientCalls.blockingUnaryCall(around, DummyService.UNARY, CallOptions.DEFAULT, "hello"))
                .isEqualTo("hello");
        assertThat(passed)
                .containsExactly(
                        "around the channel",
                        "Heddle at the client",
                        "of the channel",
                        "Heddle at the server",
                        "of the server");
    }
}
