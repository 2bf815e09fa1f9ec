package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.GrpcStatus;
import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A guard decides when a call arrives. */
class GuardTest extends GrpcTest {
    private static final int LARGE = 3_500_000;

    /** Bytes, and how often they were parsed. */
    private static final class Counting implements MethodDescriptor.Marshaller<byte[]> {
        private final AtomicInteger parsed = new AtomicInteger();

        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            parsed.incrementAndGet();
            return new byte[0];
        }
    }

    @ParameterizedTest
    @EnumSource(names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void refusesBeforeAByteIsParsed(MethodType type) throws Exception {
        server(Place.GUARD, call -> {
            if (call.headers().get("token") == null) {
                throw GrpcStatus.Code.UNAUTHENTICATED.status("no token").exception();
            }
            return call.proceed();
        });
        Counting bytes = new Counting();
        MethodDescriptor<byte[], byte[]> method = MethodDescriptor.<byte[], byte[]>newBuilder()
                .setFullMethodName(MethodDescriptor.generateFullMethodName("served.Served", "Method"))
                .setType(type)
                .setRequestMarshaller(bytes)
                .setResponseMarshaller(bytes)
                .build();
        AtomicInteger handled = new AtomicInteger();
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        int port = serve(NettyServerBuilder.forAddress(anywhere)
                        .addService(ServerServiceDefinition.builder("served.Served")
                                .addMethod(method, (call, headers) -> {
                                    handled.incrementAndGet();
                                    return ServerCalls.<byte[], byte[]>asyncUnaryCall((request, responses) -> {})
                                            .startCall(call, headers);
                                })
                                .build()))
                .getPort();
        channel = open(NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .usePlaintext());
        List<CompletableFuture<Status>> ends = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            CompletableFuture<Status> end = new CompletableFuture<>();
            ends.add(end);
            ClientCall<byte[], byte[]> call = channel.newCall(method, CallOptions.DEFAULT);
            call.start(
                    new ClientCall.Listener<>() {
                        @Override
                        public void onClose(Status status, Metadata trailers) {
                            end.complete(status);
                        }
                    },
                    new Metadata());
            call.sendMessage(new byte[LARGE]);
            // And never half-closes.
        }
        for (CompletableFuture<Status> end : ends) {
            assertThat(end.get(60, TimeUnit.SECONDS).toString()).contains("UNAUTHENTICATED", "no token");
        }
        assertThat(bytes.parsed).hasValue(0);
        assertThat(handled).hasValue(0);
    }

    @Test
    void knowsWhoCallsWhenTheCallArrives() {
        List<Object> seen = new ArrayList<>();
        server(Place.GUARD, call -> {
            seen.add(call.name());
            seen.add(call.peer() != null);
            seen.add(call.arguments());
            return call.proceed();
        });
        assertThat(unary("foo")).isEqualTo("foo");
        assertThat(seen).containsExactly("dummy.Dummy/Unary", true, List.of());
    }
}
