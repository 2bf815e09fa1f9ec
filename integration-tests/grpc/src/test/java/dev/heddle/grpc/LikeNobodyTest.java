package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.heddle.grpc.Interceptions.Place;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What an application can tell an intercepted call by: nothing. Each test holds for calls that nobody intercepts too. */
class LikeNobodyTest extends GrpcTest {
    private static final Metadata.Key<String> WHY = Metadata.Key.of("why", Metadata.ASCII_STRING_MARSHALLER);

    private final ExecutorService callbacks = Executors.newCachedThreadPool(work -> new Thread(work, "callbacks"));
    private MethodDescriptor<String, String> method;

    @AfterEach
    void stopCallbacks() {
        callbacks.shutdownNow();
    }

    private void serve(Way way, MethodType type, ServerCallHandler<String, String> handler, ClientInterceptor... own)
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

    private String call() {
        return ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT, "foo");
    }

    /** A handler that does all at half-close. */
    private static ServerCallHandler<String, String> raw(Consumer<ServerCall<String, String>> work) {
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
    private List<String> events(ClientCall.Listener<String> first) throws Exception {
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

    private List<String> events() throws Exception {
        return events(new ClientCall.Listener<>() {});
    }

    private static Metadata why() {
        Metadata trailers = new Metadata();
        trailers.put(WHY, "because");
        return trailers;
    }

    @ParameterizedTest
    @EnumSource
    void closesAndThrows(Way way) throws Exception {
        serve(way, MethodType.UNARY, raw(call -> {
            call.close(Status.DATA_LOSS.withDescription("gone"), why());
            throw new IllegalStateException("and then");
        }));
        assertThat(events()).containsExactly("close DATA_LOSS gone [why]");
    }

    @ParameterizedTest
    @EnumSource
    void completesAndThrows(Way way) throws Exception {
        serve(way, MethodType.UNARY, ServerCalls.asyncUnaryCall((String request, StreamObserver<String> responses) -> {
            responses.onNext(request);
            responses.onCompleted();
            throw new IllegalStateException("and then");
        }));
        assertThat(call()).isEqualTo("foo");
    }

    @ParameterizedTest
    @EnumSource
    void sendsAndThrows(Way way) throws Exception {
        serve(way, MethodType.UNARY, raw(call -> {
            call.sendHeaders(new Metadata());
            call.sendMessage("foo");
            throw new IllegalStateException("and then");
        }));
        assertThat(events())
                .containsExactly("headers", "message foo", "close UNKNOWN Application error processing RPC []");
    }

    @ParameterizedTest
    @EnumSource
    void answersBeforeTheHandlerReturns(Way way) throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        CompletableFuture<Boolean> inTime = new CompletableFuture<>();
        serve(way, MethodType.UNARY, ServerCalls.asyncUnaryCall((String request, StreamObserver<String> responses) -> {
            responses.onNext(request);
            responses.onCompleted();
            try {
                inTime.complete(answered.await(60, TimeUnit.SECONDS));
            } catch (InterruptedException interrupted) {
                inTime.completeExceptionally(interrupted);
            }
        }));
        assertThat(call()).isEqualTo("foo");
        answered.countDown();
        assertThat(inTime.get(60, TimeUnit.SECONDS)).isTrue();
    }

    /** An interceptor of the application's that throws where it is told. */
    private static ClientInterceptor throwing(boolean atMessage) {
        return new ClientInterceptor() {
            @Override
            public <Q, R> ClientCall<Q, R> interceptCall(
                    MethodDescriptor<Q, R> called, CallOptions options, Channel next) {
                return new SimpleForwardingClientCall<>(next.newCall(called, options)) {
                    @Override
                    public void sendMessage(Q message) {
                        if (atMessage) {
                            throw new IllegalStateException("the application's own");
                        }
                        super.sendMessage(message);
                    }

                    @Override
                    public void halfClose() {
                        if (!atMessage) {
                            throw new IllegalStateException("the application's own");
                        }
                        super.halfClose();
                    }
                };
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void anInterceptorOfTheApplicationThrows(Way way) throws Exception {
        for (boolean atMessage : new boolean[] {true, false}) {
            serve(way, MethodType.UNARY, raw(call -> {}), throwing(atMessage));
            if (way == Way.REQUEST && atMessage) {
                // What is done to the call that was put off is told by its end.
                assertThatThrownBy(this::call).isInstanceOf(StatusRuntimeException.class);
            } else {
                assertThatThrownBy(this::call).hasMessage("the application's own");
            }
            channel.shutdown();
            assertThat(channel.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancelRacesWithSending(Way way) throws Exception {
        serve(way, MethodType.UNARY, ServerCalls.asyncUnaryCall((String request, StreamObserver<String> responses) -> {
            responses.onNext(request);
            responses.onCompleted();
        }));
        int calls = 2_000;
        CountDownLatch closed = new CountDownLatch(calls);
        for (int i = 0; i < calls; i++) {
            ClientCall<String, String> call = channel.newCall(method, CallOptions.DEFAULT);
            call.start(
                    new ClientCall.Listener<>() {
                        @Override
                        public void onClose(Status status, Metadata trailers) {
                            closed.countDown();
                        }
                    },
                    new Metadata());
            call.request(2);
            CompletableFuture<Void> cancelled =
                    CompletableFuture.runAsync(() -> call.cancel("enough", null), elsewhere());
            try {
                call.sendMessage("foo");
                call.halfClose();
            } catch (IllegalStateException cancelledBefore) {
                assertThat(cancelledBefore).hasMessageContaining("cancel");
            }
            cancelled.join();
        }
        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void callBacksRunOnTheChannelsExecutor(Way way) throws Exception {
        serve(way, MethodType.UNARY, raw(call -> {
            call.sendHeaders(new Metadata());
            call.sendMessage("foo");
            call.close(Status.OK, new Metadata());
        }));
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
    void twoResponsesAreOneTooMany(Way way) throws Exception {
        serve(way, MethodType.UNARY, raw(call -> {
            call.sendHeaders(new Metadata());
            call.sendMessage("one");
            call.sendMessage("two");
        }));
        assertThatThrownBy(this::call).hasMessage("CANCELLED: server cancelled stream");
    }

    @ParameterizedTest
    @EnumSource
    void misuseOnTheServer(Way way) throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        serve(way, MethodType.UNARY, raw(call -> {
            told.add(misuse(() -> call.sendMessage("early")));
            call.sendHeaders(new Metadata());
            told.add(misuse(() -> call.sendHeaders(new Metadata())));
            told.add(misuse(() -> call.setCompression("gzip")));
            call.sendMessage("foo");
            call.close(Status.OK, new Metadata());
            told.add(misuse(() -> call.close(Status.OK, new Metadata())));
            told.add(misuse(() -> call.sendMessage("late")));
        }));
        assertThat(call()).isEqualTo("foo");
        // The client may hear of its response first.
        await().untilAsserted(() -> assertThat(told)
                .containsExactly(
                        "sendHeaders has not been called",
                        "sendHeaders has already been called",
                        "sendHeaders has been called",
                        "call already closed",
                        "call is closed"));
    }

    private static String misuse(Runnable misuse) {
        try {
            misuse.run();
            return "fine";
        } catch (IllegalStateException told) {
            return told.getMessage();
        }
    }

    @ParameterizedTest
    @EnumSource
    void misuseOnTheClient(Way way) throws Exception {
        serve(way, MethodType.UNARY, raw(call -> {}));
        ClientCall<String, String> call = channel.newCall(method, CallOptions.DEFAULT);
        assertThat(misuse(() -> call.sendMessage("early"))).isEqualTo("Not started");
        assertThat(misuse(call::halfClose)).isEqualTo("Not started");
        call.start(new ClientCall.Listener<>() {}, new Metadata());
        assertThat(misuse(() -> call.start(new ClientCall.Listener<>() {}, new Metadata())))
                .isEqualTo("Already started");
        call.sendMessage("foo");
        call.halfClose();
        assertThat(misuse(call::halfClose)).isEqualTo("call already half-closed");
        assertThat(misuse(() -> call.sendMessage("late"))).isEqualTo("call was half-closed");
        call.cancel("enough", null);
        assertThat(misuse(() -> call.sendMessage("late"))).isEqualTo("call was cancelled");
        assertThatThrownBy(() -> channel.newCall(method, CallOptions.DEFAULT).start(null, new Metadata()))
                .isInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REQUEST")
    void beginsAtOnce(Way way) throws Exception {
        CompletableFuture<String> arrived = new CompletableFuture<>();
        serve(way, MethodType.UNARY, (call, headers) -> {
            arrived.complete("arrived");
            return new ServerCall.Listener<>() {};
        });
        ClientCall<String, String> call = channel.newCall(method, CallOptions.DEFAULT);
        call.start(new ClientCall.Listener<>() {}, new Metadata());
        assertThat(arrived.get(60, TimeUnit.SECONDS)).isEqualTo("arrived");
        call.cancel("enough", null);
    }

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
    void noResponse(Way way) throws Exception {
        serve(way, MethodType.UNARY, raw(call -> {
            call.sendHeaders(new Metadata());
            call.close(Status.OK, new Metadata());
        }));
        assertThatThrownBy(this::call).hasMessage("CANCELLED: server cancelled stream");
    }

    @ParameterizedTest
    @EnumSource
    void responseAndThenAnError(Way way) throws Exception {
        serve(way, MethodType.UNARY, raw(call -> {
            call.sendHeaders(new Metadata());
            call.sendMessage("foo");
            call.close(Status.ABORTED.withDescription("after all"), why());
        }));
        assertThat(events()).containsExactly("headers", "message foo", "close ABORTED after all [why]");
    }

    @ParameterizedTest
    @EnumSource
    void descriptionOfOk(Way way) throws Exception {
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        serve(way, MethodType.UNARY, (call, headers) -> {
            call.request(2);
            return new ServerCall.Listener<>() {
                @Override
                public void onHalfClose() {
                    call.sendHeaders(new Metadata());
                    call.sendMessage("foo");
                    call.close(Status.OK.withDescription("fine"), new Metadata());
                }

                @Override
                public void onComplete() {
                    cancelled.complete(call.isCancelled());
                }
            };
        });
        assertThat(events()).containsExactly("headers", "message foo", "close OK fine []");
        assertThat(cancelled.get(60, TimeUnit.SECONDS)).isFalse();
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

    @ParameterizedTest
    @EnumSource
    void startCallThatThrows(Way way) throws Exception {
        serve(way, MethodType.UNARY, (call, headers) -> {
            throw Status.FAILED_PRECONDITION.withDescription("not now").asRuntimeException(why());
        });
        assertThatThrownBy(this::call).hasMessage("FAILED_PRECONDITION: not now");
        serve(way, MethodType.UNARY, (call, headers) -> {
            throw new AssertionError("the application's own");
        });
        assertThatThrownBy(this::call).hasMessage("UNKNOWN");
    }
}
