package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcServerCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A server's handler behind an interceptor that goes on, refuses, answers, or takes its time, step by step. */
class ServerHandlerTest {
    private final CompletableFuture<Object> decision = new CompletableFuture<>();
    private final GrpcException refusal = new GrpcException.PermissionDenied("no");

    private Object watchAndDecideLater(GrpcServerCall call) {
        call.onCompletion((response, failure) -> {});
        call.proceed();
        return decision;
    }

    // Going on.

    @Test
    void nothingIsInTheWayOfAHandlerThatNobodyWatches() {
        PlayedServerCall call = PlayedServerCall.unary(GrpcServerCall::proceed);
        assertThat(call.library).isSameAs(call.own);
        assertThat(call.handler).isSameAs(call);
    }

    @Test
    void whoWatchesLeavesTheCallAsItIs() {
        PlayedServerCall call = PlayedServerCall.unary(this::watchAndDecideLater);
        assertThat(call.handler.isReady()).isTrue();
        assertThat(call.handler.isCancelled()).isFalse();
        call.handler.setCompression("gzip");
        call.handler.setMessageCompression(true);
        assertThat(call.done).containsExactly("compression gzip", "message compression true");
        call.ready = false;
        call.cancelled = true;
        assertThat(call.handler.isReady()).isFalse();
        assertThat(call.handler.isCancelled()).isTrue();
    }

    @Test
    void theRequestCanBeSeenAfterGoingOnButNotLater() {
        CompletableFuture<Object> request = new CompletableFuture<>();
        PlayedServerCall call = PlayedServerCall.unary(of -> {
            Object answer = of.proceed();
            of.request().thenAccept(request::complete);
            return answer;
        });
        call.library.onMessage("foo");
        assertThat(request).isCompletedWithValue("foo");
        assertThat(call.heard).containsExactly("message foo");

        GrpcServerCall[] view = new GrpcServerCall[1];
        PlayedServerCall late = PlayedServerCall.unary(of -> {
            view[0] = of;
            return of.proceed();
        });
        assertThatThrownBy(view[0]::request).hasMessageContaining("the call has gone on");
        assertThatThrownBy(() -> view[0].events(new Watching())).hasMessageContaining("the call has gone on");
        assertThatThrownBy(() -> view[0].onCompletion((response, failure) -> {}))
                .hasMessageContaining("the call has gone on");
        assertThat(late.library).isSameAs(late.own);
    }

    // Refusing and answering.

    @Test
    void aRefusedCallIsShutForItsHandler() {
        PlayedServerCall call = PlayedServerCall.unary(this::watchAndDecideLater);
        decision.completeExceptionally(refusal);
        assertThat(call.handler.isReady()).isFalse();
        assertThat(call.handler.isCancelled()).isTrue();
        call.handler.setCompression("gzip");
        call.handler.setMessageCompression(true);
        call.handler.request(1);
        call.answer("foo");
        assertThat(call.done).containsExactly("close PERMISSION_DENIED");
        call.library.onHalfClose();
        call.library.onComplete();
        assertThat(call.heard).containsExactly("cancel");
    }

    @Test
    void whatTheLibraryThrowsBackKeepsNoRefusalFromTheClient() {
        PlayedServerCall call = PlayedServerCall.unary(this::watchAndDecideLater);
        assertThatThrownBy(() -> call.handler.close(null, new Metadata())).hasMessage("status");
        decision.completeExceptionally(refusal);
        assertThat(call.done).containsExactly("close PERMISSION_DENIED");
    }

    @Test
    void aCallThatIsRefusedAtOnceHasNoHandler() {
        PlayedServerCall call = PlayedServerCall.unary(view -> {
            throw refusal;
        });
        assertThat(call.done).containsExactly("close PERMISSION_DENIED");
        assertThat(call.library).isNotNull();
        call.library.onComplete();
        assertThat(call.handler).isNull();
    }

    @Test
    void aCallThatIsRefusedAfterItHasGoneOnIsOverForItsHandler() {
        PlayedServerCall call = PlayedServerCall.unary(view -> {
            view.proceed();
            throw refusal;
        });
        assertThat(call.done).containsExactly("close PERMISSION_DENIED");
        call.library.onMessage("foo");
        call.library.onHalfClose();
        call.library.onComplete();
        assertThat(call.heard).containsExactly("cancel");
    }

    @Test
    void aStreamIsAnsweredWithItsResponses() {
        PlayedServerCall call = PlayedServerCall.stream(view -> List.of("foo", "bar"));
        assertThat(call.done).containsExactly("headers", "message foo", "message bar", "close OK");
        assertThat(call.handler).isNull();
    }

    @Test
    void anAnswerThatIsNoneIsAnAccident() {
        assertThat(PlayedServerCall.stream(view -> "foo").handler).isNotNull();
        assertThat(PlayedServerCall.unary(view -> null).handler).isNotNull();
    }

    @Test
    void whatAStreamHasBroughtIsNotAnsweredAgain() {
        PlayedServerCall call = PlayedServerCall.stream(view -> view.response().thenApply(ended -> List.of("bar")));
        call.answer("foo");
        assertThat(call.done).containsExactly("headers", "message foo", "close OK");
    }

    // Taking time.

    @Test
    void aRequestThatWasAskedForIsTakenOffWhatTheHandlerAsksFor() {
        CompletableFuture<Object> request = new CompletableFuture<>();
        PlayedServerCall call = PlayedServerCall.unary(view -> {
            view.request().thenAccept(request::complete);
            return view.proceed();
        });
        call.handler.request(2);
        assertThat(call.done).containsExactly("request 1", "request 1");
        call.library.onMessage("foo");
        assertThat(request).isCompletedWithValue("foo");
        assertThat(call.heard).containsExactly("message foo");
    }

    @Test
    void aCallThatIsCancelledMeanwhileHasNoResponse() {
        CompletableFuture<Object> response = new CompletableFuture<>();
        PlayedServerCall call = PlayedServerCall.unary(view -> decision.thenCompose(go -> {
            CompletionStage<Object> asked = view.response();
            asked.whenComplete((value, failure) -> response.completeExceptionally(failure));
            return asked;
        }));
        call.library.onCancel();
        decision.complete(null);
        assertThat(response).isCompletedExceptionally();
        assertThat(call.handler).isNull();
        assertThat(call.done).isEmpty();
    }

    @Test
    void aLateHandlerThatThrowsEndsTheCallAsTheLibraryWould() {
        PlayedServerCall call = PlayedServerCall.unary(view -> decision.thenApply(go -> view.proceed()));
        call.doing = what -> {
            if (what.startsWith("message")) {
                throw new IllegalStateException("the handler's");
            }
        };
        call.library.onMessage("foo");
        call.library.onHalfClose();
        call.library.onReady();
        decision.complete(null);
        assertThat(call.heard).as("has not asked for a request").containsExactly("ready");
        call.library.onReady();
        call.handler.request(1);
        assertThat(call.closed.getCode()).isEqualTo(Status.Code.UNKNOWN);
        assertThat(call.closed.getCause()).hasMessage("the handler's");
        assertThat(call.heard).containsExactly("ready", "ready", "message foo");
    }

    @Test
    void aLateHandlerThatHasThrownHearsWhatTheLibraryTellsOfTheEnd() {
        PlayedServerCall call = PlayedServerCall.unary(view -> decision.thenApply(go -> view.proceed()));
        call.library.onReady();
        call.library.onReady();
        call.doing = what -> {
            if (call.closed == null) {
                throw new IllegalStateException("the handler's");
            }
        };
        decision.complete(null);
        assertThat(call.done).containsExactly("close UNKNOWN");
        assertThat(call.heard).containsExactly("ready", "ready");
    }
}
