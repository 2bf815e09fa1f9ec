package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.GrpcException;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A client's interceptor has asked for the response: what the application, the library and it get, step by step. */
class ClientResponseTest {
    private final CompletableFuture<Object> decision = new CompletableFuture<>();
    private CompletionStage<Object> response;

    /** Asks for the response, and decides later. */
    private Object hold(GrpcClientCall call) {
        response = call.response();
        return decision;
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
    void noResponseIsAFailureAndPassesAsItIs() {
        PlayedClientCall played = PlayedClientCall.unary(this::hold).ask("bar");
        played.library().answer();
        assertThat(failure()).hasMessageContaining("No value received");
        decision.completeExceptionally(new IllegalArgumentException("an accident"));
        assertThat(played.told).containsExactly("headers", "close OK");
    }

    @Test
    void tooManyResponsesAreAFailureAndPassAsTheyAre() {
        PlayedClientCall played = PlayedClientCall.unary(this::hold).ask("bar");
        played.library().answer("one", "two", "three");
        assertThat(failure()).hasMessageContaining("More than one value");
        decision.completeExceptionally(new IllegalArgumentException("an accident"));
        assertThat(played.told).containsExactly("headers", "message one", "message two", "message three", "close OK");
    }

    private Throwable failure() {
        return response.handle((value, failure) -> failure)
                .toCompletableFuture()
                .join();
    }

    @Test
    void anotherResponseKeepsTheServersTrailersUnlessTheyAreAFailures() {
        PlayedClientCall changed =
                PlayedClientCall.unary(call -> call.response().thenApply(foo -> "mine"));
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

    // A response and a cancellation cross.

    private static PlayedClientCall crossed(PlayedClientCall played) {
        played.ask("bar").library().answered = true;
        played.call.cancel("enough", null);
        played.library().answer("foo");
        return played;
    }

    @Test
    void isForTheInterceptorToDecideAlsoWhenACancellationComesTooLate() {
        PlayedClientCall played =
                crossed(PlayedClientCall.unary(call -> call.response().thenApply(response -> "mine")));
        assertThat(played.told).containsExactly("headers", "message mine", "close OK");
    }

    @Test
    void doesNotComeToWhoHasCancelledIfTheInterceptorTakesItsTime() {
        PlayedClientCall played = crossed(PlayedClientCall.unary(this::hold));
        assertThat(played.told).containsExactly("headers", "close CANCELLED");
        assertThat(played.closed.getDescription()).isEqualTo("enough");
        decision.complete("mine");
        assertThat(played.told).hasSize(2);
    }

    @Test
    void aCancellationIsNotKeptFromWhoHasCancelled() {
        PlayedClientCall played = PlayedClientCall.unary(call -> call.response().exceptionally(failure -> "mine"));
        played.ask("bar").call.cancel("enough", null);
        assertThat(played.told).containsExactly("close CANCELLED");
    }
}
