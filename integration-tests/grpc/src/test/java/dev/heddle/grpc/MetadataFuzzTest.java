package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Headers;
import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.InternalMetadata;
import io.grpc.Metadata;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
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
}
