package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.Interceptor;
import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that sends only when it is told that it may: whoever loses that word lets it wait for ever. */
class ReadinessTest extends GrpcTest {
    private static final int REQUESTS = 500;

    /** Where callbacks run. */
    enum Transport {
        /** Within the call's start. */
        DIRECT {
            @Override
            ManagedChannel connect(ReadinessTest test) throws IOException {
                String name = InProcessServerBuilder.generateName();
                return test.connect(
                        InProcessServerBuilder.forName(name)
                                .directExecutor()
                                .addService(new DummyService(Runnable::run).definition()),
                        InProcessChannelBuilder.forName(name).directExecutor());
            }
        },
        EXECUTOR {
            @Override
            ManagedChannel connect(ReadinessTest test) throws IOException {
                return test.inProcess(new DummyService(Runnable::run));
            }
        },
        NETWORK {
            @Override
            ManagedChannel connect(ReadinessTest test) throws IOException {
                return test.netty(new DummyService(Runnable::run));
            }
        };

        abstract ManagedChannel connect(ReadinessTest test) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void whenInterceptorsGoOnAtOnce(Transport transport) throws Exception {
        sends(transport, call -> call.proceed());
    }

    @ParameterizedTest
    @EnumSource
    void whenInterceptorsWantTheResponse(Transport transport) throws Exception {
        sends(transport, GrpcClientCall::response);
    }

    @ParameterizedTest
    @EnumSource
    void whenInterceptorsGoOnLater(Transport transport) throws Exception {
        sends(
                transport,
                call -> CompletableFuture.supplyAsync(call::response, elsewhere())
                        .thenCompose(response -> response));
    }

    @ParameterizedTest
    @EnumSource
    void whenInterceptorsWantAllRequests(Transport transport) throws Exception {
        sends(transport, call -> call.requests().thenCompose(requests -> call.response()));
    }

    private void sends(Transport transport, Interceptor<? super GrpcClientCall> interceptor) throws Exception {
        channel = transport.connect(this);
        client(Place.OUTER, interceptor);
        for (int call = 0; call < 20; call++) {
            Sender sender = new Sender();
            ClientCalls.asyncBidiStreamingCall(channel.newCall(DummyService.BIDI, CallOptions.DEFAULT), sender);
            assertThat(sender.all()).isEqualTo(Collections.nCopies(REQUESTS, "foo"));
        }
    }

    /** Sends while the server takes it. */
    private static final class Sender extends Responses implements ClientResponseObserver<String, String> {
        private int sent;

        @Override
        public void beforeStart(ClientCallStreamObserver<String> server) {
            server.setOnReadyHandler(() -> {
                while (sent < REQUESTS && server.isReady()) {
                    sent++;
                    server.onNext("foo");
                    if (sent == REQUESTS) {
                        server.onCompleted();
                    }
                }
            });
        }
    }
}
