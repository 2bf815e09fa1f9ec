package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcServerCall;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.Headers;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A server's interceptor has asked for the response: what the handler, the library and the interceptor get, step by step. */
class ServerResponseTest {
    private final CompletableFuture<Object> decision = new CompletableFuture<>();
    private CompletionStage<Object> response;

    /** Asks for the response, and decides later. */
    private Object hold(GrpcServerCall call) {
        response = call.response();
        return decision;
    }

    private static void throwing(String what) {
        throw new IllegalStateException("the handler's");
    }

    // The end.

    @Test
    void isHeldUntilTheInterceptorDecides() {
        PlayedServerCall call = PlayedServerCall.unary(this::hold);
        call.answer("foo");
        assertThat(call.done).containsExactly("headers");
        assertThat(response.toCompletableFuture()).isCompletedWithValue("foo");
        decision.complete("foo");
        assertThat(call.done).containsExactly("headers", "message foo", "close OK");
    }

    @Test
    void ofAStreamOnlyTheEndIsHeld() {
        PlayedServerCall call = PlayedServerCall.stream(this::hold);
        call.answer("foo");
        assertThat(call.done).containsExactly("headers", "message foo");
        assertThatThrownBy(() -> call.handler.sendMessage("bar")).hasMessage("call is closed");
        decision.complete(null);
        assertThat(call.done).containsExactly("headers", "message foo", "close OK");
    }

    @Test
    void aHandlerThatHasClosedTheCallIsToldSo() {
        PlayedServerCall call = PlayedServerCall.unary(this::hold);
        call.answer("foo");
        assertThatThrownBy(() -> call.handler.sendMessage("bar")).hasMessage("call is closed");
        assertThatThrownBy(() -> call.close(Status.OK)).hasMessage("call already closed");
    }

    @Test
    void theLibraryRefusesWhatIsNoEnd() {
        PlayedServerCall call = PlayedServerCall.unary(this::hold);
        assertThatThrownBy(() -> call.handler.close(null, new Metadata())).hasMessage("status");
        assertThatThrownBy(() -> call.handler.close(Status.OK, null)).hasMessage("trailers");
        assertThat(response.toCompletableFuture()).isNotDone();
    }

    // What the handler throws.

    @Test
    void theLibraryHearsWhatAHandlerThrows() {
        PlayedServerCall call = PlayedServerCall.unary(GrpcServerCall::response);
        call.doing = ServerResponseTest::throwing;
        assertThatThrownBy(call.library::onHalfClose).hasMessage("the handler's");
        assertThat(call.done).isEmpty();
    }

    @Test
    void whatAHandlerThrowsIsHeldAsItsResponse() {
        PlayedServerCall call = PlayedServerCall.unary(this::hold);
        call.doing = ServerResponseTest::throwing;
        call.library.onHalfClose();
        assertThat(call.done).isEmpty();
        decision.completeExceptionally(new IllegalArgumentException("an accident"));
        assertThat(call.done).containsExactly("close UNKNOWN");
        assertThat(call.closed.getCause()).hasMessage("the handler's");
    }

    @Test
    void theLibraryHearsWhatAHandlerThrowsThatHasAnsweredUnlessTheAnswerIsHeld() {
        PlayedServerCall passes = PlayedServerCall.unary(GrpcServerCall::response);
        passes.doing = what -> {
            passes.answer("foo");
            throwing(what);
        };
        assertThatThrownBy(passes.library::onHalfClose).hasMessage("the handler's");
        assertThat(passes.done).containsExactly("headers", "message foo", "close OK");

        PlayedServerCall held = PlayedServerCall.unary(this::hold);
        held.doing = what -> {
            held.answer("foo");
            throwing(what);
        };
        held.library.onHalfClose();
        decision.complete("foo");
        assertThat(held.done).containsExactly("headers", "message foo", "close OK");
    }

    @Test
    void theLibraryHearsWhatAHandlerThrowsThatBreaksTheRules() {
        PlayedServerCall call = PlayedServerCall.unary(this::hold);
        call.doing = what -> {
            call.handler.sendHeaders(new Metadata());
            call.handler.sendMessage("foo");
            call.handler.sendMessage("bar");
            throwing(what);
        };
        assertThatThrownBy(call.library::onHalfClose).hasMessage("the handler's");
        assertThat(call.done).containsExactly("headers", "message foo", "message bar");
    }

    // Another end.

    @Test
    void anotherResponseKeepsTheHandlersTrailers() {
        PlayedServerCall call = PlayedServerCall.unary(this::hold);
        call.answer("foo");
        decision.complete("mine");
        assertThat(call.done).containsExactly("headers", "message mine", "close OK");
        assertThat(call.trailers.get(PlayedServerCall.KEY)).isEqualTo("handler");
        call.library.onComplete();
        assertThat(call.heard).containsExactly("complete");
    }

    @Test
    void aResponseForAFailureHasNothingOfTheFailure() {
        PlayedServerCall call = PlayedServerCall.unary(this::hold);
        call.close(Status.NOT_FOUND);
        decision.complete("mine");
        assertThat(call.done).containsExactly("headers", "message mine", "close OK");
        assertThat(call.trailers.keys()).isEmpty();
    }

    @Test
    void aHandlerThatHasThrownIsCancelledIfTheClientGetsSomethingElse() {
        PlayedServerCall call = PlayedServerCall.unary(this::hold);
        call.doing = what -> {
            if (what.equals("half-close")) {
                throwing(what);
            }
        };
        call.library.onHalfClose();
        decision.complete("mine");
        assertThat(call.done).containsExactly("headers", "message mine", "close OK");
        assertThat(call.handler.isCancelled()).isTrue();
        call.library.onComplete();
        assertThat(call.heard).containsExactly("half-close", "cancel");
    }

    @Test
    void aHandlerIsCancelledIfTheInterceptorDoesNotWaitForIt() {
        PlayedServerCall call = PlayedServerCall.unary(this::hold);
        decision.complete("mine");
        assertThat(call.done).containsExactly("headers", "message mine", "close OK");
        assertThat(call.handler.isCancelled()).isTrue();
        call.answer("foo");
        assertThat(call.done).hasSize(3);
    }

    // A cancellation.

    @Test
    void aCancellationIsTheResponse() {
        PlayedServerCall call = PlayedServerCall.unary(this::hold);
        call.library.onCancel();
        assertThat(call.heard).containsExactly("cancel");
        assertThat(failure()).extracting(failure -> failure.status().code()).isEqualTo(GrpcStatus.Code.CANCELLED);
        call.answer("foo");
        assertThat(call.done).as("is for the library to ignore").containsExactly("headers", "message foo", "close OK");
    }

    @Test
    void aCancellationIsNothingToAnInterceptorThatHasDecided() {
        PlayedServerCall call = PlayedServerCall.unary(this::hold);
        decision.complete("mine");
        call.library.onCancel();
        assertThat(response.toCompletableFuture()).isNotDone();
    }

    private GrpcException failure() {
        return (GrpcException) response.handle((value, failure) -> failure)
                .toCompletableFuture()
                .join();
    }

    // What passes meanwhile.

    @Test
    void eventsAndTheOutcomeAreToldOnceEach() {
        List<String> told = new ArrayList<>();
        PlayedServerCall call = PlayedServerCall.unary(view -> {
            view.events(events(told));
            view.onCompletion((value, failure) -> told.add("completed " + value + " of " + view.arguments()));
            return view.response().thenApply(value -> "mine");
        });
        call.library.onMessage("bar");
        call.answer("foo");
        assertThat(told).containsExactly("response foo", "close OK", "completed mine of [bar]");
    }

    @Test
    void whoGoesOnIsToldTheSame() {
        List<String> told = new ArrayList<>();
        PlayedServerCall call = PlayedServerCall.unary(view -> {
            view.events(events(told));
            view.onCompletion((value, failure) -> told.add("completed " + value + " of " + view.arguments()));
            return view.proceed();
        });
        call.library.onMessage("bar");
        call.answer("foo");
        assertThat(told).containsExactly("response foo", "close OK", "completed foo of [bar]");
    }

    private static GrpcEvents events(List<String> told) {
        return new GrpcEvents() {
            @Override
            public Object onResponse(Object message) {
                told.add("response " + message);
                return message;
            }

            @Override
            public GrpcStatus onClose(GrpcStatus status, Headers trailers) {
                told.add("close " + status.code());
                return status;
            }
        };
    }
}
