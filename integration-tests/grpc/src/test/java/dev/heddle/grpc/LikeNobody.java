package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

/** What an application can tell an intercepted call by: nothing. Each test holds for calls that nobody intercepts too. */
abstract class LikeNobody extends GrpcTest {
    private static final Metadata.Key<String> WHY = Metadata.Key.of("why", Metadata.ASCII_STRING_MARSHALLER);

    private final ExecutorService callbacks = Executors.newCachedThreadPool(work -> new Thread(work, "callbacks"));
    MethodDescriptor<String, String> method;

    @AfterEach
    void stopCallbacks() {
        callbacks.shutdownNow();
    }

    final void serve(Way way, MethodType type, ServerCallHandler<String, String> handler, ClientInterceptor... own)
            throws IOException {
        if (way != Way.NONE) {
            client(Place.OUTER, way);
            server(Place.OUTER, way);
        }
        method = DummyService.method(way.service(), "Method", type);
        String name = InProcessServerBuilder.generateName();
        channel = connect(
                InProcessServerBuilder.forName(name)
                        .addService(ServerServiceDefinition.builder(way.service())
                                .addMethod(method, handler)
                                .build()),
                InProcessChannelBuilder.forName(name).executor(callbacks).intercept(own));
    }

    final String call() {
        return ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT, "foo");
    }

    /** A handler that does all at half-close. */
    static ServerCallHandler<String, String> raw(Consumer<ServerCall<String, String>> work) {
        return (call, headers) -> {
            call.request(10);
            return new ServerCall.Listener<>() {
                @Override
                public void onHalfClose() {
                    work.accept(call);
                }
            };
        };
    }

    /** What a client is told, call-back by call-back. */
    final List<String> events(ClientCall.Listener<String> first) throws Exception {
        List<String> events = new CopyOnWriteArrayList<>();
        CountDownLatch closed = new CountDownLatch(1);
        ClientCall<String, String> call = channel.newCall(method, CallOptions.DEFAULT);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onHeaders(Metadata headers) {
                        events.add("headers");
                        first.onHeaders(headers);
                    }

                    @Override
                    public void onMessage(String message) {
                        events.add("message " + message);
                        first.onMessage(message);
                    }

                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        events.add("close " + status.getCode() + " " + status.getDescription() + " " + trailers.keys());
                        closed.countDown();
                    }
                },
                new Metadata());
        call.request(10);
        call.sendMessage("foo");
        call.halfClose();
        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
        return events;
    }

    final List<String> events() throws Exception {
        return events(new ClientCall.Listener<>() {});
    }

    static Metadata why() {
        Metadata trailers = new Metadata();
        trailers.put(WHY, "because");
        return trailers;
    }

    static String misuse(Runnable misuse) {
        try {
            misuse.run();
            return "fine";
        } catch (IllegalStateException told) {
            return told.getMessage();
        }
    }
}
