package dev.heddle.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a client does with its call, rightly or wrongly, is taken as without interceptors. */
class ClientLikeNobodyTest extends LikeNobody {
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
}
