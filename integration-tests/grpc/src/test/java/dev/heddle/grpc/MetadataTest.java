package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.Metadata;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata and the other options of a client's call, as they reach the server. */
class MetadataTest extends GrpcTest {
    private final List<Object> tenants = new CopyOnWriteArrayList<>();

    @BeforeEach
    void addAndRecord() {
        client(Place.OUTER, call -> {
            call.headers().put("tenant", "blue");
            return call.proceed();
        });
        server(Place.OUTER, call -> {
            tenants.add(String.valueOf(call.headers().get("tenant")));
            assertThat(call.headers().putIfWritable("tenant", "red")).isFalse();
            return call.proceed();
        });
    }

    @Test
    void metadataUnary() {
        unary("hello");
        assertThat(tenants).containsExactly("blue");
    }

    @Test
    void metadataServerStream() {
        serverStream("hello");
        assertThat(tenants).containsExactly("blue");
    }

    @Test
    void metadataClientStream() {
        clientStream("hello");
        assertThat(tenants).containsExactly("blue");
    }

    @Test
    void metadataBidi() {
        bidi("hello");
        assertThat(tenants).containsExactly("blue");
    }

    @Test
    void namesAreTheSameInSmallAndCapitalLetters() {
        client(Place.OUTER, call -> {
            call.headers().put("userId", "ada");
            return call.proceed();
        });
        List<Object> users = new CopyOnWriteArrayList<>();
        server(Place.OUTER, call -> {
            users.add(call.headers().get("userId"));
            users.add(call.headers().names().contains("userid"));
            return call.proceed();
        });
        unary("hello");
        assertThat(users).containsExactly("ada", true);
    }

    @Test
    void keepsWhatTheApplicationSends() {
        Metadata own = new Metadata();
        own.put(Metadata.Key.of("own", Metadata.ASCII_STRING_MARSHALLER), "kept");
        own.put(Metadata.Key.of("own-bin", Metadata.BINARY_BYTE_MARSHALLER), new byte[] {1, 2});
        server(Place.OUTER, call -> {
            tenants.add(call.headers().get("own"));
            tenants.add(call.headers().get("own-bin", byte[].class));
            tenants.add(call.headers().names().contains("tenant"));
            return call.proceed();
        });
        ClientCalls.blockingUnaryCall(
                io.grpc.ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(own)),
                DummyService.UNARY,
                CallOptions.DEFAULT,
                "hello");
        assertThat(tenants).containsExactly("kept", new byte[] {1, 2}, true);
    }

    @Test
    void repeatedCallHasFreshMetadata() {
        client(Place.OUTER, call -> {
            call.headers().put("attempt", 1);
            return call.response().thenCompose(response -> {
                call.headers().put("attempt", 2);
                return call.response();
            });
        });
        server(Place.OUTER, call -> {
            tenants.add(call.headers().get("attempt"));
            return call.proceed();
        });
        unary("hello");
        assertThat(tenants).containsExactly("1", "2");
    }

    @Test
    void deadlineCompressionAndOptions() {
        client(Place.OUTER, call -> {
            assertThat(call.timeRemaining()).isNull();
            call.setTimeout(Duration.ofMinutes(5));
            call.setCompression("gzip");
            call.setWaitForReady(true);
            call.replace(CallOptions.class, call.unwrap(CallOptions.class).withAuthority("elsewhere"));
            assertThat(call.authority()).isNotNull();
            return call.proceed();
        });
        server(Place.OUTER, call -> {
            tenants.add(call.timeRemaining().toMinutes());
            tenants.add(call.authority());
            tenants.add(call.headers().get("grpc-encoding"));
            return call.proceed();
        });
        unary("hello");
        assertThat(tenants).hasSize(3).startsWith(4L, "elsewhere");
    }

    @Test
    void deadlineOfTheApplication() {
        client(Place.OUTER, call -> {
            tenants.add(call.timeRemaining().toMinutes());
            return call.proceed();
        });
        ClientCalls.blockingUnaryCall(
                channel, DummyService.UNARY, CallOptions.DEFAULT.withDeadlineAfter(90, TimeUnit.SECONDS), "hello");
        assertThat(tenants).containsExactly(1L, "null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ada", "Jürgen", "Jörgen", "李", "two\nlines", " spaced ", "", "\u007f", "100 %", "\ud83e\uddf5"})
    void anyText(String text) {
        client(Place.OUTER, call -> {
            call.headers().put("user", text);
            return call.proceed();
        });
        List<Object> users = new CopyOnWriteArrayList<>();
        server(Place.OUTER, call -> {
            users.add(call.headers().get("user"));
            users.add(call.headers().names().contains("user"));
            return call.proceed();
        });
        unary("hello");
        assertThat(users).containsExactly(text, true);
    }

    @Test
    void aPutReplacesBothForms() {
        client(Place.OUTER, call -> {
            call.headers().put("user", "Jürgen");
            call.headers().put("user", "ada");
            call.headers().put("key", "plain");
            call.headers().put("key", new byte[] {-1, 2});
            return call.proceed();
        });
        List<Object> seen = new CopyOnWriteArrayList<>();
        server(Place.OUTER, call -> {
            seen.add(call.headers().get("user"));
            seen.add(String.valueOf(call.headers().get("user", byte[].class)));
            seen.add(String.valueOf(call.headers().get("key")));
            seen.add(call.headers().get("key", byte[].class));
            return call.proceed();
        });
        unary("hello");
        assertThat(seen).containsExactly("ada", "null", "null", new byte[] {-1, 2});
    }

    @Test
    void whatCannotBeSentIsRefusedInPut() {
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        client(Place.OUTER, call -> {
            thrown.add(catchThrowable(() -> call.headers().put("no name", "value")));
            thrown.add(catchThrowable(() -> call.headers().put("", "value")));
            thrown.add(catchThrowable(() -> call.headers().put("half", "\ud83e")));
            thrown.add(catchThrowable(() -> call.headers().put("nothing", null)));
            thrown.add(catchThrowable(() -> call.headers().put(null, "value")));
            return call.proceed();
        });
        server(Place.OUTER, call -> {
            thrown.add(catchThrowable(() -> call.headers().put(null, "value")));
            return call.proceed();
        });
        assertThat(unary("hello")).isEqualTo("hello");
        assertThat(thrown)
                .hasExactlyElementsOfTypes(
                        IllegalArgumentException.class,
                        IllegalArgumentException.class,
                        IllegalArgumentException.class,
                        NullPointerException.class,
                        NullPointerException.class,
                        NullPointerException.class);
    }
}
