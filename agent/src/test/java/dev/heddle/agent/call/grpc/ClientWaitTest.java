package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.GrpcClientCall;
import io.grpc.Attributes;
import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client's interceptor takes its time: what the application and the library see, step by step. */
class ClientWaitTest {
    private final CompletableFuture<Object> gate = new CompletableFuture<>();
    private final CompletableFuture<Object> request = new CompletableFuture<>();

    private Object takeTime(GrpcClientCall call) {
        return gate.thenApply(go -> call.proceed());
    }

    private Object takeTimeForTheRequest(GrpcClientCall call) {
        note(call);
        return gate.thenApply(go -> call.proceed());
    }

    private void note(GrpcClientCall call) {
        call.request().whenComplete((value, failure) -> {
            if (failure == null) {
                request.complete(value);
            } else {
                request.completeExceptionally(failure);
            }
        });
    }

    // Going on.

    @Test
    void whatTheApplicationDoesMeanwhileIsDoneInItsOrder() {
        PlayedClientCall played = PlayedClientCall.unary(this::takeTime).start();
        played.call.setMessageCompression(true);
        played.call.request(2);
        played.call.sendMessage("bar");
        played.call.halfClose();
        assertThat(played.library().done).isEmpty();
        assertThat(played.told).isEmpty();
        gate.complete(null);
        assertThat(played.library().done)
                .containsExactly("start", "compression true", "request 2", "message bar", "half-close");
        played.library().answer("foo");
        assertThat(played.told).containsExactly("headers", "message foo", "close OK");
    }

    /** One request too many is the library's to complain of. */
    @Test
    void aSecondRequestReachesTheLibraryToo() {
        PlayedClientCall played =
                PlayedClientCall.unary(this::takeTimeForTheRequest).start();
        played.call.sendMessage("foo");
        played.call.sendMessage("bar");
        played.call.halfClose();
        assertThat(request).isCompletedWithValue("foo");
        gate.complete(null);
        assertThat(played.library().done).containsExactly("start", "message foo", "message bar", "half-close");
    }

    @Test
    void whoIsWaitedForIsReady() {
        PlayedClientCall played =
                PlayedClientCall.unary(this::takeTimeForTheRequest).start();
        assertThat(played.call.isReady()).isTrue();
        played.call.sendMessage("bar");
        assertThat(request).isCompletedWithValue("bar");
        assertThat(played.call.isReady()).isFalse();
        assertThat(played.told).as("who sends one request waits for nobody").isEmpty();
        gate.complete(null);
        assertThat(played.call.isReady()).isTrue();
        played.library().ready = false;
        assertThat(played.call.isReady()).isFalse();
    }

    @Test
    void whoSendsAStreamThatIsWaitedForIsToldThatItIsReady() {
        PlayedClientCall played = PlayedClientCall.of(
                MethodType.CLIENT_STREAMING, call -> call.requests().thenApply(all -> call.proceed()));
        played.start();
        assertThat(played.told).containsExactly("ready");
        assertThat(played.call.isReady()).isTrue();
        played.call.sendMessage("foo");
        played.call.sendMessage("bar");
        assertThat(played.library().done).isEmpty();
        played.call.halfClose();
        assertThat(played.library().done).containsExactly("start", "message foo", "message bar", "half-close");
    }

    @Test
    void theLibrarysCallIsAskedAsSoonAsItIsReady() {
        PlayedClientCall played = PlayedClientCall.unary(this::takeTime);
        boolean[] ready = new boolean[1];
        played.doing = what -> ready[0] = played.call.isReady();
        played.starting = library -> library.listener.onReady();
        played.library().attributes = Attributes.newBuilder()
                .set(Attributes.Key.<String>create("a"), "b")
                .build();
        played.start();
        assertThat(played.call.getAttributes()).isSameAs(Attributes.EMPTY);
        gate.complete(null);
        assertThat(played.told).containsExactly("ready");
        assertThat(ready[0]).isTrue();
        assertThat(played.call.getAttributes()).isSameAs(played.library().attributes);
    }

    @Test
    void aRequestThatTheLibraryThrowsBackEndsTheCall() {
        PlayedClientCall played = PlayedClientCall.unary(this::takeTime);
        played.sending = message -> {
            throw new IllegalStateException("the application's interceptor");
        };
        played.ask("bar");
        gate.complete(null);
        assertThat(played.library().done).containsExactly("start", "request 2", "message bar", "cancel");
        assertThat(played.told).containsExactly("close CANCELLED");
        played.call.request(1);
        assertThat(played.library().done).endsWith("cancel");
    }

    @Test
    void whatTheStartThrowsLaterIsTheEnd() {
        PlayedClientCall played = PlayedClientCall.unary(this::takeTime);
        played.starting = library -> {
            throw Status.FAILED_PRECONDITION.asRuntimeException();
        };
        played.ask("bar");
        gate.complete(null);
        assertThat(played.told).containsExactly("close FAILED_PRECONDITION");
    }

    @Test
    void theRequestCanBeSeenAfterGoingOnButNotLater() {
        PlayedClientCall played = PlayedClientCall.unary(call -> {
            Object answer = call.proceed();
            note(call);
            return answer;
        });
        played.ask("bar");
        assertThat(request).isCompletedWithValue("bar");
        assertThat(played.library().done).containsExactly("start", "request 2", "message bar", "half-close");

        GrpcClientCall[] view = new GrpcClientCall[1];
        PlayedClientCall.unary(call -> {
                    view[0] = call;
                    return call.proceed();
                })
                .start();
        assertThatThrownBy(view[0]::request).hasMessageContaining("the call has gone on");
    }

    @Test
    void whoHasAskedForTheRequestAndGoesOnWaitsForNothing() {
        PlayedClientCall played = PlayedClientCall.unary(call -> {
            note(call);
            return call.proceed();
        });
        played.start();
        assertThat(played.library().done).containsExactly("start");
        played.call.sendMessage("bar");
        assertThat(request).isCompletedWithValue("bar");
    }

    // No longer.

    @Test
    void anApplicationThatCancelsWaitsForNobody() {
        PlayedClientCall played =
                PlayedClientCall.unary(this::takeTimeForTheRequest).start();
        played.call.cancel("enough", null);
        assertThat(played.told).containsExactly("close CANCELLED");
        assertThat(played.closed.getDescription()).isEqualTo("enough");
        assertThat(request).isCompletedExceptionally();
        gate.complete(null);
        assertThat(played.library().done).as("is given up").containsExactly("cancel");
    }

    @Test
    void aCancellationAfterTheStartIsTheLibrarys() {
        PlayedClientCall played = PlayedClientCall.unary(this::takeTime).start();
        gate.complete(null);
        played.call.cancel("enough", null);
        assertThat(played.library().done).containsExactly("start", "cancel");
    }

    @Test
    void aCallWaitsNoLongerThanItsContext() {
        Context.CancellableContext context = Context.current().withCancellation();
        PlayedClientCall played = PlayedClientCall.unary(this::takeTime);
        context.run(() -> played.ask("bar"));
        context.cancel(null);
        assertThat(played.told).containsExactly("close CANCELLED");

        PlayedClientCall late = PlayedClientCall.unary(this::takeTime);
        context.run(() -> late.ask("bar"));
        assertThat(late.told).containsExactly("close CANCELLED");
    }

    @Test
    void aCallWaitsNoLongerThanItsDeadline() throws Exception {
        PlayedClientCall played = new PlayedClientCall(
                MethodType.UNARY,
                CallOptions.DEFAULT.withDeadlineAfter(1, TimeUnit.MILLISECONDS),
                false,
                this::takeTime);
        CountDownLatch closed = new CountDownLatch(1);
        played.doing = what -> closed.countDown();
        played.ask("bar");
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(played.told).containsExactly("close DEADLINE_EXCEEDED");
    }
}
