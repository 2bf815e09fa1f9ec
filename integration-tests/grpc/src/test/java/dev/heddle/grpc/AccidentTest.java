package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.GrpcCall;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.Interceptor;
import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.stub.ClientCalls;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Interceptors that fail: the call goes on or is refused, and never hangs. */
class AccidentTest extends GrpcTest {
    static Stream<Arguments> accidents() {
        return Stream.of(
                accident("throws before", call -> {
                    throw new IllegalStateException("accident");
                }),
                accident("throws after", call -> {
                    call.proceed();
                    throw new IllegalStateException("accident");
                }),
                accident(
                        "fails later",
                        call -> call.response().thenApply(response -> {
                            throw new IllegalStateException("accident");
                        })),
                accident(
                        "fails later without going on",
                        call -> CompletableFuture.failedFuture(new IllegalStateException("accident"))),
                accident("returns null", call -> null),
                accident("returns null after", call -> {
                    call.proceed();
                    return null;
                }),
                accident("answers with null later", call -> CompletableFuture.completedFuture(null)),
                accident("answers with another type", call -> call.response().thenApply(response -> 42)),
                accident("goes on twice", call -> {
                    call.proceed();
                    return call.proceed();
                }),
                accident(
                        "waits for the response",
                        call -> call.response().toCompletableFuture().join()),
                accident("changes messages to another type", call -> {
                    call.events(new GrpcEvents() {
                        @Override
                        public Object onRequest(Object message) {
                            return 42;
                        }

                        @Override
                        public Object onResponse(Object message) {
                            return 42;
                        }
                    });
                    return call.proceed();
                }),
                accident(
                        "changes the request to another type",
                        call -> call.request().thenApply(request -> {
                            call.setArguments(List.of(42));
                            return call.proceed();
                        })),
                accident(
                        "fails when it has the request",
                        call -> call.request().thenApply(request -> {
                            throw new IllegalStateException("accident");
                        })),
                accident("gives a response of its own after it has gone on", call -> {
                    call.proceed();
                    return "mine";
                }),
                accident("fails in every event", call -> {
                    call.events(new FailingEvents());
                    return call.proceed();
                }),
                accident("fails in onCompletion", call -> {
                    call.onCompletion((response, failure) -> {
                        throw new IllegalStateException("accident");
                    });
                    return call.proceed();
                }),
                accident(
                        "has another thread go on, and does not wait",
                        call -> CompletableFuture.supplyAsync(call::proceed).get(1, TimeUnit.NANOSECONDS)),
                accident("misses a class", call -> {
                    throw new NoClassDefFoundError("accident");
                }));
    }

    private static Arguments accident(String name, Interceptor<GrpcCall> interceptor) {
        return Arguments.of(name, interceptor);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accidents")
    void onTheClient(String name, Interceptor<GrpcCall> accident) throws Exception {
        client(Place.INNER, accident);
        callAll();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accidents")
    void onTheServer(String name, Interceptor<GrpcCall> accident) throws Exception {
        server(Place.INNER, accident);
        callAll();
        channel = inProcess(async());
        callAll();
    }

    private void callAll() throws Exception {
        assertThat(unary("foo")).isEqualTo("foo");
        assertThat(unaryLater("foo")).isEqualTo("foo");
        assertThat(serverStream("foo")).containsExactly("f", "o", "o");
        assertThat(clientStream("foo", "bar")).isEqualTo("foobar");
        assertThat(bidi("foo", "bar")).containsExactly("foo", "bar");
        assertThatThrownBy(() -> unary("error")).hasMessageStartingWith("UNKNOWN");
    }

    @Test
    void isLoggedOnceWithItsExtension() {
        client(Place.OUTER, call -> {
            throw new IllegalStateException("accident");
        });
        unary("foo");
        unary("foo");
        assertThat(TestExtensions.log())
                .containsOnlyOnce("extension outer failed in grpc client dummy.Dummy/Unary and the call goes on");
    }

    @Test
    void guardOnTheClient() {
        client(Place.GUARD, call -> {
            throw new IllegalStateException("accident");
        });
        guarded("grpc client");
        assertThat(Interceptions.SERVER_CALLS).hasValue(0);
    }

    @Test
    void guardOnTheServer() {
        server(Place.GUARD, call -> {
            throw new IllegalStateException("accident");
        });
        guarded("grpc server");
    }

    private void guarded(String side) {
        String start = "UNAVAILABLE: extension guard failed and guards " + side;
        assertThatThrownBy(() -> unary("foo")).hasMessageStartingWith(start);
        assertThatThrownBy(() -> serverStream("foo")).hasMessageStartingWith(start);
        assertThatThrownBy(() -> clientStream("foo")).hasMessageStartingWith(start);
        assertThatThrownBy(() -> bidi("foo")).hasMessageStartingWith(start);
    }

    @Test
    void guardThatFailsInEvents() {
        server(Place.GUARD, call -> {
            call.events(new FailingEvents());
            return call.proceed();
        });
        guarded("grpc server");
    }

    @Test
    void answersTwice() {
        client(Place.INNER, call -> call.response().thenCompose(first -> call.response()));
        AtomicInteger calls = new AtomicInteger();
        server(Place.INNER, call -> {
            calls.incrementAndGet();
            return call.proceed();
        });
        assertThat(unary("foo")).isEqualTo("foo");
        assertThat(calls).hasValue(2);
    }

    @Test
    void streamHasNoReplyAlsoWhereItsEndIsTold() {
        List<Object> replies = new CopyOnWriteArrayList<>();
        client(Place.INNER, call -> {
            call.onCompletion((response, failure) -> {});
            return call.response().whenComplete((reply, failure) -> replies.add(reply));
        });
        assertThat(serverStream("foo")).containsExactly("f", "o", "o");
        assertThat(replies).containsExactly((Object) null);
    }

    @Test
    void neverAnswersButTheDeadlineHolds() {
        client(Place.INNER, call -> new CompletableFuture<>());
        CallOptions options = CallOptions.DEFAULT.withDeadlineAfter(50, TimeUnit.MILLISECONDS);
        assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(channel, DummyService.UNARY, options, "foo"))
                .hasMessageStartingWith("DEADLINE_EXCEEDED");
        client(Place.INNER, call -> {
            call.response();
            return new CompletableFuture<>();
        });
        CallOptions again = CallOptions.DEFAULT.withDeadlineAfter(50, TimeUnit.MILLISECONDS);
        assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(channel, DummyService.UNARY, again, "foo"))
                .hasMessageStartingWith("DEADLINE_EXCEEDED");
    }

    @Test
    void neverAnswersButTheApplicationCancels() {
        client(Place.INNER, call -> new CompletableFuture<>());
        var future = ClientCalls.futureUnaryCall(channel.newCall(DummyService.UNARY, CallOptions.DEFAULT), "foo");
        assertThatThrownBy(() -> future.get(1, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(future.cancel(true)).isTrue();
        assertThat(future.isDone()).isTrue();
    }

    @Test
    void itsErrorsAreAccidentsToo() {
        server(Place.INNER, call -> {
            throw new StackOverflowError("accident");
        });
        client(Place.INNER, call -> {
            throw new AssertionError("accident");
        });
        assertThat(unary("foo")).isEqualTo("foo");
    }

    private static final class FailingEvents implements GrpcEvents {
        private static IllegalStateException accident() {
            return new IllegalStateException("accident");
        }

        @Override
        public Object onRequest(Object message) {
            throw accident();
        }

        @Override
        public void onHalfClose() {
            throw accident();
        }

        @Override
        public void onHeaders(dev.heddle.api.Headers headers) {
            throw accident();
        }

        @Override
        public Object onResponse(Object message) {
            throw accident();
        }

        @Override
        public dev.heddle.api.GrpcStatus onClose(dev.heddle.api.GrpcStatus status, dev.heddle.api.Headers trailers) {
            throw accident();
        }

        @Override
        public void onCancel() {
            throw accident();
        }

        @Override
        public void onReady() {
            throw accident();
        }

        @Override
        public AutoCloseable scope() {
            throw accident();
        }
    }
}
