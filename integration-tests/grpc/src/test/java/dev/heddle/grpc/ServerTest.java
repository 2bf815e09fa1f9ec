package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcMethodName;
import dev.heddle.api.GrpcMethodType;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.RefusedException;
import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What interceptors of servers can do, with handlers that complete at once and on another thread. */
class ServerTest extends GrpcTest {
    private final List<Object> seen = new CopyOnWriteArrayList<>();

    private void handlers(boolean async) throws IOException {
        if (async) {
            channel = inProcess(async());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void callCounts(boolean async) throws IOException {
        handlers(async);
        server(Place.OUTER, call -> {
            seen.add(call.methodName().method());
            return call.proceed();
        });
        assertThat(unary("foo")).isEqualTo("foo");
        assertThat(serverStream("foo")).containsExactly("f", "o", "o");
        assertThat(clientStream("foo", "bar")).isEqualTo("foobar");
        assertThat(bidi("foo", "bar")).containsExactly("foo", "bar");
        assertThatThrownBy(() -> unary("error")).hasMessageStartingWith("UNKNOWN");
        assertThat(seen).containsExactly("Unary", "ServerStream", "ClientStream", "Bidi", "Unary");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void interceptorChain(boolean async) throws IOException {
        handlers(async);
        server(Place.OUTER, call -> {
            seen.add(1);
            return call.proceed();
        });
        server(Place.INNER, call -> {
            seen.add(2);
            return call.proceed();
        });
        unary("hello");
        assertThat(seen).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void modifying(boolean async) throws IOException {
        handlers(async);
        server(
                Place.OUTER,
                call -> call.request().thenCompose(request -> {
                    call.setArgument(0, request + ", test");
                    return call.response().thenApply(response -> ((String) response).toUpperCase(Locale.ROOT));
                }));
        assertThat(unary("hello")).isEqualTo("HELLO, TEST");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aborting(boolean async) throws IOException {
        handlers(async);
        server(Place.OUTER, call -> {
            throw GrpcStatus.Code.ABORTED.status("oh no").exception();
        });
        server(Place.INNER, call -> {
            seen.add("inner");
            return call.proceed();
        });
        assertThatThrownBy(() -> unary("hello")).hasMessage("ABORTED: oh no");
        assertThatThrownBy(() -> serverStream("hello")).hasMessage("ABORTED: oh no");
        assertThatThrownBy(() -> clientStream("hello")).hasMessage("ABORTED: oh no");
        assertThatThrownBy(() -> bidi("hello")).hasMessage("ABORTED: oh no");
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusing(boolean later) {
        server(Place.OUTER, call -> {
            RefusedException refusal = new RefusedException("no entry");
            if (later) {
                return CompletableFuture.runAsync(
                        () -> {
                            throw refusal;
                        },
                        elsewhere());
            }
            throw refusal;
        });
        assertThatThrownBy(() -> unary("hello")).hasMessage("PERMISSION_DENIED: no entry");
        assertThatThrownBy(() -> serverStream("hello")).hasMessage("PERMISSION_DENIED: no entry");
        assertThatThrownBy(() -> clientStream("hello")).hasMessage("PERMISSION_DENIED: no entry");
        assertThatThrownBy(() -> bidi("hello")).hasMessage("PERMISSION_DENIED: no entry");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void methodNotFound(boolean async) throws IOException {
        handlers(async);
        MethodDescriptor<String, String> unknown =
                DummyService.method(DummyService.NAME, "Missing", MethodDescriptor.MethodType.UNARY);
        assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(channel, unknown, CallOptions.DEFAULT, "hello"))
                .hasMessageStartingWith("UNIMPLEMENTED");
        assertThat(Interceptions.SERVER_CALLS).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dummy.Dummy/Unary"})
    void methodName(String name) {
        server(Place.OUTER, call -> {
            seen.add(call.name());
            seen.add(call.methodName());
            seen.add(call.methodType());
            seen.add(call.arguments());
            return call.request().thenApply(request -> {
                seen.add(request);
                seen.add(call.argument(0));
                return call.proceed();
            });
        });
        unary("hello");
        assertThat(seen)
                .containsExactly(
                        name,
                        new GrpcMethodName("dummy", "Dummy", "Unary"),
                        GrpcMethodType.UNARY,
                        List.of(),
                        "hello",
                        "hello");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void exceptionBecomesStatus(boolean async) throws IOException {
        handlers(async);
        server(
                Place.OUTER,
                call -> call.response().exceptionally(failure -> {
                    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                    throw GrpcStatus.Code.INTERNAL.status(cause.getMessage()).exception();
                }));
        assertThatThrownBy(() -> unary("error")).hasMessage("INTERNAL: the handler's own");
        assertThatThrownBy(() -> clientStream("foo", "error")).hasMessage("INTERNAL: the handler's own");
        assertThatThrownBy(() -> serverStream("error")).hasMessage("INTERNAL: the handler's own");
        assertThatThrownBy(() -> bidi("foo", "error")).hasMessage("INTERNAL: the handler's own");
        assertThat(unary("hello")).isEqualTo("hello");
        assertThat(serverStream("foo")).containsExactly("f", "o", "o");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void statusOfTheHandlerStays(boolean async) throws IOException {
        handlers(async);
        server(Place.OUTER, call -> {
            call.onCompletion(
                    (response, failure) -> seen.add(GrpcStatus.of(failure).code()));
            return call.response();
        });
        // What a handler throws, rather than reports, is UNKNOWN to gRPC whatever it is.
        Status.Code expected = async ? Status.Code.NOT_FOUND : Status.Code.UNKNOWN;
        assertThatThrownBy(() -> unary("status"))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failure -> assertThat(failure.getStatus().getCode()).isEqualTo(expected));
        // The client may hear of it first.
        await().untilAsserted(() -> assertThat(seen).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void messagesOfStreams(boolean async) throws IOException {
        handlers(async);
        server(Place.OUTER, call -> {
            call.events(new GrpcEvents() {
                @Override
                public Object onRequest(Object message) {
                    return message.equals("drop") ? null : message + "!";
                }

                @Override
                public Object onResponse(Object message) {
                    return message.equals("o") ? null : "<" + message + ">";
                }
            });
            return call.proceed();
        });
        assertThat(clientStream("foo", "drop", "bar")).isEqualTo("<foo!bar!>");
        assertThat(serverStream("foo")).containsExactly("<f>", "<!>");
        assertThat(bidi("foo", "drop", "drop", "bar")).containsExactly("<foo!>", "<bar!>");
        assertThat(unary("foo")).isEqualTo("<foo!>");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void streamsRunInTheirScope(boolean guarded) {
        ThreadLocal<String> user = new ThreadLocal<>();
        (guarded ? Place.GUARD : Place.OUTER).server(call -> {
            call.events(new GrpcEvents() {
                @Override
                public AutoCloseable scope() {
                    user.set("me");
                    return user::remove;
                }
            });
            return call.proceed();
        });
        Place.INNER.server(call -> {
            call.events(new GrpcEvents() {
                @Override
                public AutoCloseable scope() {
                    seen.add(String.valueOf(user.get()));
                    return null;
                }
            });
            return call.proceed();
        });
        assertThat(clientStream("foo", "bar")).isEqualTo("foobar");
        assertThat(seen).isNotEmpty().containsOnly(guarded ? "null" : "me");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answering(boolean later) {
        server(Place.OUTER, call -> {
            Object answer = call.methodType().responseStream() ? List.of("a", "b") : "answer";
            return later ? CompletableFuture.supplyAsync(() -> answer, elsewhere()) : answer;
        });
        server(Place.INNER, call -> {
            throw new AssertionError("not reached");
        });
        assertThat(unary("hello")).isEqualTo("answer");
        assertThat(clientStream("hello")).isEqualTo("answer");
        assertThat(serverStream("hello")).containsExactly("a", "b");
        assertThat(bidi("hello")).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goingOnLater(boolean async) throws IOException {
        handlers(async);
        server(
                Place.OUTER,
                call -> CompletableFuture.runAsync(() -> {}, elsewhere())
                        .thenComposeAsync(done -> call.response(), elsewhere()));
        client(
                Place.OUTER,
                call -> CompletableFuture.runAsync(() -> {}, elsewhere())
                        .thenComposeAsync(done -> call.response(), elsewhere()));
        assertThat(unary("foo")).isEqualTo("foo");
        assertThat(serverStream("foo")).containsExactly("f", "o", "o");
        assertThat(clientStream("foo", "bar")).isEqualTo("foobar");
        assertThat(bidi("foo", "bar")).containsExactly("foo", "bar");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allRequestsAtOnce(boolean async) throws IOException {
        handlers(async);
        server(
                Place.OUTER,
                call -> call.requests().thenCompose(requests -> {
                    seen.add(requests);
                    return call.response();
                }));
        assertThat(clientStream("foo", "bar")).isEqualTo("foobar");
        assertThat(unary("foo")).isEqualTo("foo");
        assertThat(bidi("foo", "bar")).containsExactly("foo", "bar");
        assertThat(seen).containsExactly(List.of("foo", "bar"), List.of("foo"), List.of("foo", "bar"));
    }
}
