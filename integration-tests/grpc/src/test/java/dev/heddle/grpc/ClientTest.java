package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.heddle.api.GrpcCall;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.Interceptor;
import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What interceptors of clients can do. */
class ClientTest extends GrpcTest {
    private final Map<String, Integer> codes = new ConcurrentHashMap<>();

    private void countCodes(Place place) {
        client(place, call -> {
            call.onCompletion((response, failure) ->
                    codes.merge(GrpcStatus.of(failure).code().name(), 1, Integer::sum));
            return call.proceed();
        });
    }

    private void retry(Place place) {
        client(place, call -> call.response().exceptionallyCompose(failure -> call.response()));
    }

    /** Fails the first calls at the server. */
    private AtomicInteger failFirst(int times) {
        AtomicInteger calls = new AtomicInteger();
        server(Place.OUTER, call -> {
            if (calls.incrementAndGet() <= times) {
                throw GrpcStatus.Code.UNKNOWN.status("not yet").exception();
            }
            return call.proceed();
        });
        return calls;
    }

    @Test
    void passThrough() throws Exception {
        assertThat(unary("hello")).isEqualTo("hello");
        assertThat(unaryLater("hello")).isEqualTo("hello");
        assertThat(serverStream("foo")).containsExactly("f", "o", "o");
        assertThat(clientStream("foo", "bar")).isEqualTo("foobar");
        assertThat(bidi("foo", "bar")).containsExactly("foo", "bar");
        assertThat(Interceptions.CLIENT_CALLS.get()).isEqualTo(15);
        assertThat(Interceptions.SERVER_CALLS.get()).isEqualTo(15);
    }

    @Test
    void overTheNetwork() throws Exception {
        channel = netty(async());
        client(Place.OUTER, call -> {
            call.setCompression("gzip");
            return call.response().thenApply(response -> response);
        });
        passThrough();
    }

    @Test
    void codeCounting() {
        countCodes(Place.OUTER);
        assertThat(codes).isEmpty();
        unary("hello");
        assertThat(codes).isEqualTo(Map.of("OK", 1));
        assertThatThrownBy(() -> unary("error")).isInstanceOf(StatusRuntimeException.class);
        assertThat(codes).isEqualTo(Map.of("OK", 1, "UNKNOWN", 1));
    }

    @Test
    void basicRetry() throws Exception {
        retry(Place.OUTER);
        failFirst(1);
        assertThat(unary("hello")).isEqualTo("hello");
        failFirst(1);
        assertThat(unaryLater("hello")).isEqualTo("hello");
    }

    @Test
    void failedRetry() {
        retry(Place.OUTER);
        AtomicInteger calls = failFirst(2);
        assertThatThrownBy(() -> unary("hello")).hasMessage("UNKNOWN: not yet");
        assertThat(calls).hasValue(2);
    }

    @Test
    void retryAfterTheApplicationHasAskedForTheResponse() throws Exception {
        retry(Place.OUTER);
        CompletableFuture<Object> first = new CompletableFuture<>();
        AtomicInteger calls = new AtomicInteger();
        server(Place.OUTER, call -> calls.incrementAndGet() == 1 ? first : call.proceed());
        CompletableFuture<String> response = new CompletableFuture<>();
        ClientCall<String, String> call = channel.newCall(DummyService.UNARY, CallOptions.DEFAULT);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onMessage(String message) {
                        response.complete(message);
                    }
                },
                new Metadata());
        call.sendMessage("hello");
        call.halfClose();
        call.request(2);
        first.completeExceptionally(GrpcStatus.Code.UNKNOWN.status("not yet").exception());
        assertThat(response.get(60, TimeUnit.SECONDS)).isEqualTo("hello");
    }

    @Test
    void chaining() {
        retry(Place.OUTER);
        countCodes(Place.INNER);
        failFirst(1);
        client(
                Place.INNER,
                call -> call.response()
                        .whenComplete((response, failure) ->
                                codes.merge(GrpcStatus.of(failure).code().name(), 1, Integer::sum)));
        assertThat(unary("hello")).isEqualTo("hello");
        assertThat(codes).isEqualTo(new TreeMap<>(Map.of("OK", 1, "UNKNOWN", 1)));
    }

    @Test
    void caching() throws Exception {
        Map<List<Object>, Object> cache = new ConcurrentHashMap<>();
        client(
                Place.OUTER,
                call -> call.requests().thenCompose(requests -> {
                    Object known = cache.get(requests);
                    return known != null
                            ? CompletableFuture.completedFuture(known)
                            : call.response().whenComplete((response, failure) -> {
                                if (failure == null) {
                                    cache.put(requests, response);
                                }
                            });
                }));
        assertThat(unary("hello")).isEqualTo("hello");
        int calls = Interceptions.SERVER_CALLS.get();
        assertThat(unary("hello")).isEqualTo("hello");
        assertThat(unaryLater("hello")).isEqualTo("hello");
        assertThat(Interceptions.SERVER_CALLS.get()).isEqualTo(calls);
        assertThat(unary("goodbye")).isEqualTo("goodbye");
        assertThat(Interceptions.SERVER_CALLS.get()).isEqualTo(2 * calls);
        assertThat(clientStream("foo", "bar")).isEqualTo("foobar");
        assertThat(clientStream("foo", "bar")).isEqualTo("foobar");
        assertThat(Interceptions.SERVER_CALLS.get()).isEqualTo(3 * calls);
    }

    @Test
    void noFurtherAttemptOnceAMessageHasPassed() {
        retry(Place.OUTER);
        AtomicInteger calls = new AtomicInteger();
        server(Place.OUTER, call -> {
            calls.incrementAndGet();
            call.events(new GrpcEvents() {
                @Override
                public Object onResponse(Object message) {
                    if (message.equals("r")) {
                        throw GrpcStatus.Code.UNKNOWN.status("in the middle").exception();
                    }
                    return message;
                }
            });
            return call.proceed();
        });
        List<String> soFar = new ArrayList<>();
        assertThatThrownBy(() -> ClientCalls.blockingServerStreamingCall(
                                channel, DummyService.SERVER_STREAM, CallOptions.DEFAULT, "bar")
                        .forEachRemaining(soFar::add))
                .hasMessage("UNKNOWN: in the middle");
        assertThat(soFar).containsExactly("b", "a");
        assertThat(calls).hasValue(1);
    }

    @Test
    void goesOnInOneWayOnly() {
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        Interceptor<GrpcCall> bothWays = call -> {
            Object outcome = call.proceed();
            thrown.add(catchThrowable(call::response));
            thrown.add(catchThrowable(call::proceed));
            return outcome;
        };
        client(Place.OUTER, bothWays);
        server(Place.OUTER, bothWays);
        assertThat(unary("foo")).isEqualTo("foo");
        assertThat(thrown).hasSize(4).allMatch(failure -> failure instanceof IllegalStateException);
    }

    @Test
    void stagesCannotBeCompletedFromOutside() throws Exception {
        Interceptor<GrpcCall> meddler = call -> {
            CompletionStage<Object> response = call.response();
            response.toCompletableFuture().complete("forged");
            response.toCompletableFuture().orTimeout(1, TimeUnit.NANOSECONDS);
            response.toCompletableFuture().obtrudeValue("forged");
            return response;
        };
        client(Place.OUTER, meddler);
        server(Place.OUTER, meddler);
        assertThat(unary("foo")).isEqualTo("foo");
        assertThat(unaryLater("foo")).isEqualTo("foo");
        assertThat(serverStream("foo")).containsExactly("f", "o", "o");
    }
}
