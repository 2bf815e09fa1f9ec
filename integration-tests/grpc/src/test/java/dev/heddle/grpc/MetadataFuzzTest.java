package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.Headers;
import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.ForwardingServerCall;
import io.grpc.InternalMetadata;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Nothing that arrives in a call's metadata makes an interceptor fail that reads it, or a guard that asks for one. */
class MetadataFuzzTest extends GrpcTest {
    private static final int CALLS = 10_000;
    private static final List<Class<?>> TYPES =
            List.of(String.class, byte[].class, Object.class, Map.class, Integer.class, boolean.class);

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(8) == 0 ? random.nextInt(5_000) : random.nextInt(20)];
        random.nextBytes(bytes);
        if (random.nextBoolean()) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (' ' + (bytes[i] & 63));
            }
        }
        return bytes;
    }

    /** Mostly of letters, as the network lets through, and now and then of anything. */
    private static byte[] name(Random random) {
        if (random.nextInt(10) == 0) {
            byte[] any = new byte[1 + random.nextInt(10)];
            random.nextBytes(any);
            return any;
        }
        String[] names = {"tenant", "tenant-bin", "x", "x-bin", "-bin", "a.b_c", "Tenant", "tenant-bin-bin"};
        return names[random.nextInt(names.length)].getBytes(StandardCharsets.US_ASCII);
    }

    private static Metadata metadata(Random random) {
        byte[][] pairs = new byte[2 * random.nextInt(6)][];
        for (int i = 0; i < pairs.length; i += 2) {
            pairs[i] = name(random);
            pairs[i + 1] = bytes(random);
        }
        return InternalMetadata.newMetadata(pairs);
    }

    private void read(Headers headers) {
        try {
            for (String name : headers.names()) {
                for (Class<?> type : TYPES) {
                    headers.get(name, type);
                }
            }
            headers.get("tenant");
        } catch (Throwable failure) {
            failures.add(failure);
            throw failure;
        }
    }

    @Test
    void nothingThatArrivesMakesAnInterceptorFail() {
        for (Place place : List.of(Place.OUTER, Place.GUARD)) {
            server(place, call -> {
                read(call.headers());
                return "nobody".equals(call.headers().get("tenant")) ? null : call.proceed();
            });
        }
        Random random = new Random(4);
        for (int i = 0; i < CALLS; i++) {
            Metadata metadata = metadata(random);
            String answer = ClientCalls.blockingUnaryCall(
                    ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(metadata)),
                    DummyService.UNARY,
                    CallOptions.DEFAULT,
                    "hello");
            assertThat(answer).isEqualTo("hello");
        }
        assertThat(failures).isEmpty();
    }

    /** Headers and trailers of a server that sends whatever it likes. */
    @Test
    void nothingThatComesBackMakesAnInterceptorFail() throws IOException {
        Random random = new Random(5);
        String name = InProcessServerBuilder.generateName();
        channel = connect(
                InProcessServerBuilder.forName(name)
                        .addService(new DummyService(Runnable::run).definition())
                        .intercept(new Answering(random)),
                InProcessChannelBuilder.forName(name));
        AtomicInteger seen = new AtomicInteger();
        for (Place place : List.of(Place.OUTER, Place.GUARD)) {
            client(place, call -> {
                call.events(new GrpcEvents() {
                    @Override
                    public void onHeaders(Headers headers) {
                        read(headers);
                        seen.incrementAndGet();
                    }

                    @Override
                    public GrpcStatus onClose(GrpcStatus status, Headers trailers) {
                        read(trailers);
                        seen.incrementAndGet();
                        return status;
                    }
                });
                return call.proceed();
            });
        }
        for (int i = 0; i < CALLS; i++) {
            assertThat(unary("hello")).isEqualTo("hello");
        }
        assertThat(failures).isEmpty();
        assertThat(seen).hasValue(2 * 2 * CALLS);
    }

    /** Sends metadata of its own with each answer. */
    private record Answering(Random random) implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            return next.startCall(
                    new ForwardingServerCall.SimpleForwardingServerCall<>(call) {
                        @Override
                        public void sendHeaders(Metadata own) {
                            own.merge(metadata(random));
                            super.sendHeaders(own);
                        }

                        @Override
                        public void close(Status status, Metadata own) {
                            own.merge(metadata(random));
                            super.close(status, own);
                        }
                    },
                    headers);
        }
    }
}
