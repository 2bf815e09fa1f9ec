package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.GrpcClientCall;
import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client's interceptor tries again, or is waited for no longer: what the application and the library see, step by step. */
class ClientAttemptsTest {
    private final CompletableFuture<Object> decision = new CompletableFuture<>();

    /** Asks for the response, and decides later. */
    private Object hold(GrpcClientCall call) {
        call.response();
        return decision;
    }

    private static Object tryAgain(GrpcClientCall call) {
        return call.response().exceptionallyCompose(failure -> call.response());
    }

    // Another attempt.

    @Test
    void whatTheApplicationHasDoneIsDoneAgain() {
        PlayedClientCall played =
                PlayedClientCall.unary(ClientAttemptsTest::tryAgain).start();
        played.call.setMessageCompression(true);
        played.call.request(2);
        played.call.sendMessage("bar");
        played.call.halfClose();
        played.made.get(0).listener.onHeaders(new Metadata());
        played.made.get(0).close(Status.UNAVAILABLE);
        assertThat(played.made).hasSize(2);
        assertThat(played.library().done)
                .containsExactly("start", "compression true", "request 2", "message bar", "half-close");
        assertThat(played.library().headers.get(PlayedClientCall.KEY)).isEqualTo("application");
        assertThat(played.library().headers).isNotSameAs(played.made.get(0).headers);
        played.library().answer("foo");
        assertThat(played.told).containsExactly("headers", "message foo", "close OK");
    }

    @Test
    void nothingIsAskedForAgainThatWasNotAskedFor() {
        PlayedClientCall played =
                PlayedClientCall.unary(ClientAttemptsTest::tryAgain).start();
        played.library().close(Status.UNAVAILABLE);
        assertThat(played.library().done).containsExactly("start");
    }

    /** To be told so is no accident, which a guard would have to refuse. */
    @Test
    void thereIsNoneOnceAMessageHasPassed() {
        PlayedClientCall played = new PlayedClientCall(
                MethodType.SERVER_STREAMING, CallOptions.DEFAULT, true, ClientAttemptsTest::tryAgain);
        played.ask("bar").library().listener.onMessage("foo");
        played.library().close(Status.NOT_FOUND);
        assertThat(played.made).hasSize(1);
        assertThat(played.told).containsExactly("message foo", "close NOT_FOUND");
    }

    @Test
    void ofARequestStreamThereIsOneOnlyIfItsRequestsAreKept() {
        PlayedClientCall lost = new PlayedClientCall(
                MethodType.CLIENT_STREAMING, CallOptions.DEFAULT, true, ClientAttemptsTest::tryAgain);
        lost.ask("bar").library().close(Status.NOT_FOUND);
        assertThat(lost.made).hasSize(1);
        assertThat(lost.told).containsExactly("close NOT_FOUND");

        PlayedClientCall kept = PlayedClientCall.of(
                MethodType.CLIENT_STREAMING,
                call -> call.requests().thenCompose(all -> {
                    assertThat(all).containsExactly("bar");
                    return call.response().exceptionallyCompose(failure -> call.response());
                }));
        kept.ask("bar").library().close(Status.NOT_FOUND);
        assertThat(kept.made).hasSize(2);
        assertThat(kept.library().done).containsExactly("start", "request 2", "message bar", "half-close");
    }

    /** Another accident is one. */
    @Test
    void aGuardsAccidentRefusesTheCall() {
        PlayedClientCall played = new PlayedClientCall(MethodType.UNARY, CallOptions.DEFAULT, true, this::hold);
        played.ask("bar").library().close(Status.NOT_FOUND);
        decision.completeExceptionally(new IllegalStateException("an accident"));
        assertThat(played.told).containsExactly("close UNAVAILABLE");
    }

    @Test
    void isForNobodyWhoHasGoneOnOrIsNotDone() {
        GrpcClientCall[] view = new GrpcClientCall[1];
        PlayedClientCall.unary(call -> {
                    view[0] = call;
                    return call.proceed();
                })
                .start();
        assertThatThrownBy(view[0]::response).hasMessageContaining("by proceed()");
        PlayedClientCall.unary(call -> {
                    view[0] = call;
                    return hold(call);
                })
                .start();
        assertThatThrownBy(view[0]::response).hasMessageContaining("has not ended");
    }

    // The application waits no longer.

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isNotKeptFromAnApplicationThatCancels(boolean held) {
        PlayedClientCall played = PlayedClientCall.unary(this::hold).ask("bar");
        if (held) {
            played.library().answer("foo");
        }
        IllegalStateException cause = new IllegalStateException("enough");
        played.call.cancel(null, cause);
        assertThat(played.library().done).contains("cancel");
        assertThat(played.told).endsWith("close CANCELLED").doesNotContain("message foo");
        assertThat(played.closed.getCause()).isSameAs(cause);
        decision.complete("mine");
        assertThat(played.told).doesNotContain("message mine");
    }

    @Test
    void aCancelledApplicationGetsTheFailureThatThereIs() {
        PlayedClientCall played = PlayedClientCall.unary(this::hold).ask("bar");
        played.library().close(Status.NOT_FOUND);
        played.call.cancel("enough", null);
        assertThat(played.told).containsExactly("close NOT_FOUND");
    }

    @Test
    void aCancelledCallIsNotTriedAgain() {
        PlayedClientCall played =
                PlayedClientCall.unary(ClientAttemptsTest::tryAgain).ask("bar");
        played.call.cancel("enough", null);
        assertThat(played.made).hasSize(1);
        assertThat(played.told).containsExactly("close CANCELLED");
        assertThat(played.closed.getDescription()).isEqualTo("enough");
    }

    @Test
    void isHeldNoLongerThanTheContextLasts() {
        Context.CancellableContext context = Context.current().withCancellation();
        PlayedClientCall played = PlayedClientCall.unary(this::hold);
        context.run(() -> played.ask("bar"));
        played.library().answer("foo");
        context.cancel(null);
        assertThat(played.told).containsExactly("headers", "close CANCELLED");
    }

    @Test
    void isNotHeldInAContextThatIsOver() {
        Context.CancellableContext context = Context.current().withCancellation();
        PlayedClientCall played = PlayedClientCall.unary(this::hold);
        context.run(() -> played.ask("bar"));
        context.cancel(null);
        played.library().answer("foo");
        assertThat(played.told).containsExactly("headers", "close CANCELLED");
    }

    @Test
    void isHeldNoLongerThanTheDeadline() throws Exception {
        PlayedClientCall played = new PlayedClientCall(
                MethodType.UNARY, CallOptions.DEFAULT.withDeadlineAfter(1, TimeUnit.MILLISECONDS), false, this::hold);
        CountDownLatch closed = new CountDownLatch(1);
        played.doing = what -> {
            if (what.startsWith("close")) {
                closed.countDown();
            }
        };
        played.ask("bar").library().answer("foo");
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(played.told).containsExactly("headers", "close DEADLINE_EXCEEDED");
    }
}
