package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.GrpcException;
import io.grpc.CallOptions;
import io.grpc.Context;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client's interceptor has asked for the response: what the application, the library and it get, step by step. */
class ClientResponseTest {
    private final CompletableFuture<Object> decision = new CompletableFuture<>();
    private CompletionStage<Object> response;

    /** Asks for the response, and decides later. */
    private Object hold(GrpcClientCall call) {
        response = call.response();
        return decision;
    }

    private static Object tryAgain(GrpcClientCall call) {
        return call.response().exceptionallyCompose(failure -> call.response());
    }

    // The end.

    @Test
    void isHeldUntilTheInterceptorDecides() {
        PlayedClientCall played = PlayedClientCall.unary(this::hold).ask("bar");
        played.library().answer("foo");
        assertThat(played.told).containsExactly("headers");
        assertThat(response.toCompletableFuture()).isCompletedWithValue("foo");
        decision.complete("foo");
        assertThat(played.told).containsExactly("headers", "message foo", "close OK");
    }

    @Test
    void ofAStreamOnlyTheEndIsHeld() {
        PlayedClientCall played =
                PlayedClientCall.of(MethodType.SERVER_STREAMING, this::hold).ask("bar");
        played.library().answer("foo", "bar");
        assertThat(played.told).containsExactly("headers", "message foo", "message bar");
        assertThat(response.toCompletableFuture()).isCompletedWithValue(null);
        decision.complete(null);
        assertThat(played.told).endsWith("close OK").hasSize(4);
    }

    @Test
    void noOrTooManyResponsesAreAFailureAndPassAsTheyAre() {
        PlayedClientCall none = PlayedClientCall.unary(this::hold).ask("bar");
        none.library().answer();
        assertThat(failure()).hasMessageContaining("No value received");
        decision.completeExceptionally(new IllegalArgumentException("an accident"));
        assertThat(none.told).containsExactly("headers", "close OK");

        PlayedClientCall many = PlayedClientCall.unary(this::hold).ask("bar");
        many.library().answer("foo", "bar", "foo");
        assertThat(failure()).hasMessageContaining("More than one value");
        assertThat(many.told).containsExactly("headers", "message foo", "message bar", "message foo", "close OK");
    }

    private Throwable failure() {
        return response.handle((value, failure) -> failure)
                .toCompletableFuture()
                .join();
    }

    @Test
    void anotherResponseKeepsTheServersTrailersUnlessTheyAreAFailures() {
        PlayedClientCall changed = PlayedClientCall.unary(call -> call.response().thenApply(foo -> "mine"));
        changed.ask("bar").library().answer("foo");
        assertThat(changed.told).containsExactly("headers", "message mine", "close OK");
        assertThat(changed.trailers.get(PlayedClientCall.KEY)).isEqualTo("server");

        PlayedClientCall mended = PlayedClientCall.unary(call -> call.response().exceptionally(failure -> "mine"));
        mended.ask("bar").library().close(Status.NOT_FOUND);
        assertThat(mended.told).containsExactly("message mine", "close OK");
        assertThat(mended.trailers.keys()).isEmpty();
    }

    @Test
    void aRefusalTakesTheResponsesPlace() {
        PlayedClientCall played = PlayedClientCall.unary(this::hold).ask("bar");
        played.library().answer("foo");
        decision.completeExceptionally(new GrpcException.PermissionDenied("no"));
        assertThat(played.told).containsExactly("headers", "close PERMISSION_DENIED");
    }

    @Test
    void anApplicationThatThrowsGetsTheEndAsTheLibraryHasIt() {
        PlayedClientCall played = PlayedClientCall.unary(this::hold);
        played.doing = what -> {
            if (what.startsWith("message")) {
                throw new IllegalStateException("the application's");
            }
        };
        played.ask("bar").library().answer("foo");
        decision.complete("foo");
        assertThat(played.told).containsExactly("headers", "message foo", "close CANCELLED");
        assertThat(played.closed.getDescription()).isEqualTo("Failed to read message.");
    }

    // Who does not wait for it.

    @Test
    void aCallWhoseResponseIsNotAwaitedIsCancelled() {
        PlayedClientCall played = PlayedClientCall.unary(this::hold).ask("bar");
        decision.complete("mine");
        assertThat(played.library().done).endsWith("half-close", "cancel");
        assertThat(played.told).containsExactly("message mine", "close OK");
    }

    @Test
    void anAccidentLeavesTheCallAlone() {
        PlayedClientCall played = PlayedClientCall.unary(this::hold).ask("bar");
        decision.completeExceptionally(new IllegalArgumentException("an accident"));
        assertThat(played.library().done).doesNotContain("cancel");
        played.library().answer("foo");
        assertThat(played.told).containsExactly("headers", "message foo", "close OK");
    }

    @Test
    void whoAnswersAtOnceNeedsNoCall() {
        PlayedClientCall played = PlayedClientCall.unary(call -> {
            call.response();
            return "mine";
        });
        played.ask("bar");
        assertThat(played.library().done).containsExactly("cancel");
        assertThat(played.told).endsWith("message mine", "close OK");
    }

    @Test
    void whoAnswersWhileTheCallStartsHasItCancelledThen() {
        PlayedClientCall played = PlayedClientCall.unary(this::hold);
        played.starting = library -> {
            decision.complete("mine");
            assertThat(library.done).as("not before it has started").doesNotContain("cancel");
        };
        played.start();
        assertThat(played.library().done).containsExactly("start", "cancel");
        assertThat(played.told).containsExactly("message mine", "close OK");
    }

    @Test
    void aCallThatEndsAsItStartsIsNotCancelled() {
        PlayedClientCall played = PlayedClientCall.unary(call -> call.response().exceptionally(failure -> "mine"));
        played.starting = library -> library.close(Status.UNAVAILABLE);
        played.start();
        assertThat(played.library().done).containsExactly("start");
        assertThat(played.told).containsExactly("message mine", "close OK");
    }

    // What the start throws.

    @Test
    void theApplicationGetsWhatTheStartThrows() {
        PlayedClientCall played = PlayedClientCall.unary(GrpcClientCall::response);
        played.starting = ClientResponseTest::throwing;
        assertThatThrownBy(played::start).hasMessage("the library's");
        assertThat(played.told).isEmpty();
    }

    @Test
    void theInterceptorCanPutSomethingInThePlaceOfWhatTheStartThrows() {
        PlayedClientCall played = PlayedClientCall.unary(call -> call.response().exceptionally(failure -> {
            assertThat(failure).hasMessage("the library's");
            return "mine";
        }));
        played.starting = ClientResponseTest::throwing;
        played.start();
        assertThat(played.told).containsExactly("message mine", "close OK");
    }

    private static void throwing(PlayedClientCall.Made library) {
        throw new IllegalStateException("the library's");
    }

    // Another attempt.

    @Test
    void whatTheApplicationHasDoneIsDoneAgain() {
        PlayedClientCall played = PlayedClientCall.unary(ClientResponseTest::tryAgain).start();
        played.call.setMessageCompression(true);
        played.call.request(2);
        played.call.sendMessage("bar");
        played.call.halfClose();
        played.made.get(0).listener.onHeaders(new io.grpc.Metadata());
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
        PlayedClientCall played = PlayedClientCall.unary(ClientResponseTest::tryAgain).start();
        played.library().close(Status.UNAVAILABLE);
        assertThat(played.library().done).containsExactly("start");
    }

    /** To be told so is no accident, which a guard would have to refuse. */
    @Test
    void thereIsNoneOnceAMessageHasPassed() {
        PlayedClientCall played = new PlayedClientCall(
                MethodType.SERVER_STREAMING, CallOptions.DEFAULT, true, ClientResponseTest::tryAgain);
        played.ask("bar").library().listener.onMessage("foo");
        played.library().close(Status.NOT_FOUND);
        assertThat(played.made).hasSize(1);
        assertThat(played.told).containsExactly("message foo", "close NOT_FOUND");
    }

    @Test
    void ofARequestStreamThereIsOneOnlyIfItsRequestsAreKept() {
        PlayedClientCall lost = new PlayedClientCall(
                MethodType.CLIENT_STREAMING, CallOptions.DEFAULT, true, ClientResponseTest::tryAgain);
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
        PlayedClientCall played = PlayedClientCall.unary(ClientResponseTest::tryAgain).ask("bar");
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
