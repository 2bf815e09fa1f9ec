package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.Interceptor;
import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client's listener is called back where and when it is without interceptors, whatever it throws. */
class ListenerLikeNobodyTest extends LikeNobody {
    @ParameterizedTest
    @EnumSource
    void listenerThatThrows(Way way) throws Exception {
        serve(way, MethodType.UNARY, raw(call -> {
            call.sendHeaders(new Metadata());
            call.sendMessage("foo");
            call.close(Status.OK, new Metadata());
        }));
        assertThat(events(new ClientCall.Listener<>() {
                    @Override
                    public void onHeaders(Metadata headers) {
                        throw new IllegalStateException("the application's own");
                    }
                }))
                .containsExactly("headers", "close CANCELLED Failed to read headers []");
        assertThat(events(new ClientCall.Listener<>() {
                    @Override
                    public void onMessage(String message) {
                        throw new IllegalStateException("the application's own");
                    }
                }))
                .containsExactly("headers", "message foo", "close CANCELLED Failed to read message. []");
    }

    @ParameterizedTest
    @EnumSource
    void onCloseThatThrows(Way way) throws Exception {
        serve(way, MethodType.UNARY, raw(call -> call.close(Status.NOT_FOUND, new Metadata())));
        throwsInOnClose();
    }

    /** Nor can it be told where the interceptor takes its time, so that its own thread has the call end. */
    @Test
    void onCloseThatThrowsLater() throws Exception {
        serve(Way.RESPONSE, MethodType.UNARY, raw(call -> call.close(Status.NOT_FOUND, new Metadata())));
        client(
                Place.OUTER,
                call -> call.response()
                        .handleAsync((response, failure) -> failure, elsewhere())
                        .thenCompose(CompletableFuture::failedFuture));
        throwsInOnClose();
    }

    private void throwsInOnClose() {
        RuntimeException own = new IllegalStateException("the application's own");
        try (LibraryLog log = new LibraryLog("io.grpc.internal.ClientCallImpl")) {
            ClientCall<String, String> call = channel.newCall(method, CallOptions.DEFAULT);
            call.start(
                    new ClientCall.Listener<>() {
                        @Override
                        public void onClose(Status status, Metadata trailers) {
                            throw own;
                        }
                    },
                    new Metadata());
            call.request(2);
            call.sendMessage("foo");
            call.halfClose();
            await().until(() -> !log.thrown().isEmpty());
            assertThat(log.thrown()).containsExactly(own);
            assertThat(log.messages()).containsExactly("Exception thrown by onClose() in ClientCall");
        }
    }

    @ParameterizedTest
    @EnumSource
    void callBacksRunOnTheChannelsExecutor(Way way) throws Exception {
        serveFoo(way);
        callBacksRunThere();
    }

    /** Also where it is an interceptor's own thread that lets the call, the response or an answer of its own go on. */
    @Test
    void callBacksRunThereWhereAnInterceptorTakesItsTime() throws Exception {
        for (Interceptor<GrpcClientCall> late : List.<Interceptor<GrpcClientCall>>of(
                call -> CompletableFuture.supplyAsync(() -> "foo", elsewhere()),
                call -> CompletableFuture.runAsync(() -> {}, elsewhere()).thenApply(go -> call.proceed()),
                call -> call.response().thenApplyAsync(response -> response, elsewhere()),
                call -> call.response().thenApplyAsync(response -> "foo", elsewhere()))) {
            serveFoo(Way.PROCEED);
            client(Place.OUTER, late);
            callBacksRunThere();
        }
    }

    private void serveFoo(Way way) throws IOException {
        serve(way, MethodType.UNARY, raw(call -> {
            call.sendHeaders(new Metadata());
            call.sendMessage("foo");
            call.close(Status.OK, new Metadata());
        }));
    }

    private void callBacksRunThere() throws Exception {
        for (int i = 0; i < 200; i++) {
            List<String> threads = new CopyOnWriteArrayList<>();
            CompletableFuture<Void> closed = new CompletableFuture<>();
            ClientCalls.asyncUnaryCall(
                    channel.newCall(method, CallOptions.DEFAULT), "foo", new StreamObserver<String>() {
                        @Override
                        public void onNext(String response) {
                            threads.add(Thread.currentThread().getName());
                        }

                        @Override
                        public void onError(Throwable failure) {
                            closed.completeExceptionally(failure);
                        }

                        @Override
                        public void onCompleted() {
                            threads.add(Thread.currentThread().getName());
                            closed.complete(null);
                        }
                    });
            closed.get(60, TimeUnit.SECONDS);
            assertThat(threads).containsExactly("callbacks", "callbacks");
        }
    }

    @ParameterizedTest
    @EnumSource
    void contextOfTheCall(Way way) throws Exception {
        Context.Key<String> user = Context.key("user");
        List<String> seen = new CopyOnWriteArrayList<>();
        serve(way, MethodType.UNARY, raw(call -> call.close(Status.NOT_FOUND, new Metadata())));
        Context.current().withValue(user, "ada").run(() -> {
            try {
                ClientCall<String, String> call = channel.newCall(method, CallOptions.DEFAULT);
                CountDownLatch closed = new CountDownLatch(1);
                call.start(
                        new ClientCall.Listener<>() {
                            @Override
                            public void onClose(Status status, Metadata trailers) {
                                seen.add(user.get());
                                closed.countDown();
                            }
                        },
                        new Metadata());
                call.request(2);
                call.sendMessage("foo");
                call.halfClose();
                assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        });
        assertThat(seen).containsExactly("ada");
    }
}
