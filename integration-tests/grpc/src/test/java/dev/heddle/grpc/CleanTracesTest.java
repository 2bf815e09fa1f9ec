package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors.CheckedForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No stack trace that the application or the library's log sees has a frame of Heddle's or of an interceptor. */
class CleanTracesTest extends LikeNobody {
    private static void assertClean(Throwable thrown) {
        assertThat(thrown).isNotNull();
        assertThat(own(thrown, Collections.newSetFromMap(new IdentityHashMap<>())))
                .describedAs("frames of %s", thrown)
                .isEmpty();
    }

    private static List<StackTraceElement> own(Throwable thrown, Set<Throwable> known) {
        if (thrown == null || !known.add(thrown)) {
            return List.of();
        }
        Stream<StackTraceElement> frames = Stream.of(thrown.getStackTrace())
                .filter(frame -> frame.getClassName()
                        .matches("dev\\.heddle\\.(agent|api)\\..*|.*(Way|Interceptions|OuterExtension).*"));
        Stream<Throwable> others = Stream.concat(
                Stream.of(thrown.getSuppressed()), Stream.of(thrown).map(Throwable::getCause));
        return Stream.concat(frames, others.flatMap(other -> own(other, known).stream()))
                .toList();
    }

    private void serve(Way way, ClientInterceptor... own) throws Exception {
        serve(way, MethodType.UNARY, raw(call -> call.close(Status.NOT_FOUND, why())), own);
    }

    /** What an asynchronous stub tells of a call. */
    private Throwable told() throws Exception {
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        ClientCalls.asyncUnaryCall(channel.newCall(method, CallOptions.DEFAULT), "foo", new StreamObserver<String>() {
            @Override
            public void onNext(String response) {}

            @Override
            public void onError(Throwable failure) {
                told.complete(failure);
            }

            @Override
            public void onCompleted() {
                told.complete(null);
            }
        });
        return told.get(60, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource
    void whatStubsMakeOfAnEnd(Way way) throws Exception {
        serve(way);
        assertClean(told());
        assertClean(catchThrowable(this::future));
        Throwable future =
                catchThrowable(() -> ClientCalls.futureUnaryCall(channel.newCall(method, CallOptions.DEFAULT), "foo")
                        .get(60, TimeUnit.SECONDS));
        assertThat(future).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(StatusRuntimeException.class);
        assertClean(future);
    }

    @ParameterizedTest
    @EnumSource
    void whatStubsMakeOfAnEndOverTheNetwork(Way way) throws Exception {
        serve(way);
        channel = netty(new DummyService(Runnable::run));
        method = DummyService.UNARY;
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        ClientCalls.asyncUnaryCall(channel.newCall(method, CallOptions.DEFAULT), "status", new Responses() {
            @Override
            public void onError(Throwable failure) {
                told.complete(failure);
            }
        });
        assertClean(told.get(60, TimeUnit.SECONDS));
    }

    private void future() throws Exception {
        ClientCalls.futureUnaryCall(channel.newCall(method, CallOptions.DEFAULT), "foo")
                .get(10, TimeUnit.SECONDS);
    }

    /** As coroutine stubs do. */
    @ParameterizedTest
    @EnumSource
    void whatAListenerMakesOfAnEnd(Way way) throws Exception {
        serve(way);
        CompletableFuture<StatusException> made = new CompletableFuture<>();
        start(new ClientCall.Listener<>() {
            @Override
            public void onClose(Status status, Metadata trailers) {
                made.complete(status.asException(trailers));
            }
        });
        assertClean(made.get(60, TimeUnit.SECONDS));
    }

    private void start(ClientCall.Listener<String> listener) {
        ClientCall<String, String> call = channel.newCall(method, CallOptions.DEFAULT);
        try {
            call.start(listener, new Metadata());
            call.request(2);
            call.sendMessage("foo");
            call.halfClose();
        } catch (RuntimeException thrown) {
            call.cancel("it has failed to begin", thrown);
            throw thrown;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAListenerThrows(Way way) throws Exception {
        serve(way, MethodType.UNARY, raw(call -> {
            call.sendHeaders(new Metadata());
            call.sendMessage("foo");
            call.close(Status.OK, new Metadata());
        }));
        CompletableFuture<Status> closed = new CompletableFuture<>();
        start(new ClientCall.Listener<>() {
            @Override
            public void onMessage(String message) {
                throw new IllegalStateException("the application's own");
            }

            @Override
            public void onClose(Status status, Metadata trailers) {
                closed.complete(status);
            }
        });
        assertClean(closed.get(60, TimeUnit.SECONDS).getCause());
    }

    @ParameterizedTest
    @EnumSource
    void whatAHandlerThrows(Way way) throws Exception {
        serve(way, MethodType.UNARY, ServerCalls.asyncUnaryCall((String request, StreamObserver<String> responses) -> {
            throw new IllegalStateException("the application's own");
        }));
        logged(way);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheStartOfAHandlerThrows(Way way) throws Exception {
        serve(way, MethodType.UNARY, (ServerCall<String, String> call, Metadata headers) -> {
            throw new IllegalStateException("the application's own");
        });
        logged(way);
    }

    /** What is held, or comes late, is not logged. */
    private void logged(Way way) {
        try (LibraryLog log = new LibraryLog("io.grpc.internal.SerializingExecutor")) {
            assertClean(catchThrowable(this::future));
            if (way != Way.RESPONSE && way != Way.REQUEST) {
                await().until(() -> !log.thrown().isEmpty());
            }
            assertThat(log.thrown()).allSatisfy(CleanTracesTest::assertClean);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAnInterceptorFurtherInThrows(Way way) throws Exception {
        for (String where : List.of("newCall", "start", "sendMessage", "halfClose", "request")) {
            serve(way, new Throwing(where));
            assertClean(
                    way == Way.REQUEST
                            ? catchThrowable(this::future)
                            : catchThrowable(() -> start(new ClientCall.Listener<>() {})));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheLibrarySaysOfMisuse(Way way) throws Exception {
        serve(way);
        ClientCall<String, String> call = channel.newCall(method, CallOptions.DEFAULT);
        assertClean(catchThrowable(() -> call.sendMessage("foo")));
        assertClean(catchThrowable(call::halfClose));
        assertClean(catchThrowable(() -> call.start(null, new Metadata())));
        call.start(new ClientCall.Listener<>() {}, new Metadata());
        assertClean(catchThrowable(() -> call.start(new ClientCall.Listener<>() {}, new Metadata())));
        call.cancel("enough", null);
    }

    /** An interceptor of the application's. */
    private record Throwing(String where) implements ClientInterceptor {
        private void at(String method) {
            if (method.equals(where)) {
                throw new IllegalStateException("the application's own");
            }
        }

        @Override
        public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
            at("newCall");
            return new CheckedForwardingClientCall<>(next.newCall(method, options)) {
                @Override
                protected void checkedStart(Listener<R> listener, Metadata headers) {
                    if (where.equals("start")) {
                        // Instead of what this class makes of an exception.
                        throw new AssertionError("the application's own");
                    }
                    delegate().start(listener, headers);
                }

                @Override
                public void sendMessage(Q message) {
                    at("sendMessage");
                    super.sendMessage(message);
                }

                @Override
                public void halfClose() {
                    at("halfClose");
                    super.halfClose();
                }

                @Override
                public void request(int messages) {
                    at("request");
                    super.request(messages);
                }
            };
        }
    }
}
