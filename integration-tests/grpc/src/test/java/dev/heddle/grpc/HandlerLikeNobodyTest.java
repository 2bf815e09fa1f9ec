package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a handler does, rightly or wrongly, has the effect that it has without interceptors. */
class HandlerLikeNobodyTest extends LikeNobody {
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
}
