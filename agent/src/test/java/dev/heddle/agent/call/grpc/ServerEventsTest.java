package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.GrpcServerCall;
import dev.heddle.api.GrpcStatus;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server's interceptor watches what passes, step by step. */
class ServerEventsTest {
    private final Watching events = new Watching();

    private Object watch(GrpcServerCall call) {
        call.events(events);
        call.onCompletion(
                (response, failure) -> events.told.add("completed " + response + ", " + Watching.code(failure)));
        return call.proceed();
    }

    private PlayedServerCall watched() {
        PlayedServerCall call = PlayedServerCall.unary(this::watch);
        call.doing = events.told::add;
        return call;
    }

    @Test
    void tellOfWhatPassesAndOpenAScopeForEachCallBack() {
        PlayedServerCall call = watched();
        call.library.onReady();
        call.library.onMessage("bar");
        call.library.onHalfClose();
        call.answer("foo");
        call.library.onComplete();
        assertThat(events.told)
                .containsExactly(
                        "(1",
                        "1)", // as it starts
                        "sees ready",
                        "(2",
                        "ready",
                        "2)", //
                        "sees request bar",
                        "(3",
                        "message bar",
                        "3)", //
                        "sees half-close",
                        "(4",
                        "half-close",
                        "4)", //
                        "sees headers",
                        "sees response foo",
                        "sees close OK",
                        "completed foo, fine", //
                        "(5",
                        "complete",
                        "5)");
        assertThat(call.done).containsExactly("headers", "message foo", "close OK");
    }

    @Test
    void tellOfACancellation() {
        PlayedServerCall call = watched();
        call.library.onCancel();
        assertThat(events.told)
                .containsExactly("(1", "1)", "sees cancel", "completed null, CANCELLED", "(2", "cancel", "2)");
    }

    @Test
    void changeMessagesAndTheStatus() {
        events.message = "mine";
        events.status = new GrpcStatus(GrpcStatus.Code.NOT_FOUND, "none");
        PlayedServerCall call = watched();
        call.library.onMessage("bar");
        call.answer("foo");
        assertThat(call.heard).containsExactly("message mine");
        assertThat(call.done).containsExactly("headers", "message mine", "close NOT_FOUND");
        assertThat(events.told).endsWith("completed null, NOT_FOUND");
    }

    @Test
    void aStatusThatTheyLeaveIsTheHandlersOwn() {
        PlayedServerCall call = watched();
        Status own = Status.NOT_FOUND.withCause(new IllegalStateException("the handler's"));
        call.close(own);
        assertThat(call.closed).isSameAs(own);
    }

    @Test
    void dropMessagesOfStreams() {
        events.message = null;
        PlayedServerCall call = PlayedServerCall.of(MethodType.BIDI_STREAMING, this::watch);
        call.library.onMessage("bar");
        assertThat(call.heard).isEmpty();
        assertThat(call.done).as("another for the one that is dropped").containsExactly("request 1");
        call.answer("foo");
        assertThat(call.done).containsExactly("request 1", "headers", "close OK");
        assertThat(events.told).endsWith("completed null, fine");
    }

    /** Nothing passes any more, and nothing is told, but that the handler is cancelled. */
    @ParameterizedTest
    @CsvSource({
        "scope 1,,",
        "scope 2,,",
        "request bar,,",
        "scope 3,message bar,",
        "half-close,message bar,",
        "ready,message bar;half-close,",
        "headers,message bar;half-close;ready,",
        "response foo,message bar;half-close;ready,headers",
        "close OK,message bar;half-close;ready,headers;message foo",
    })
    void refuseACall(String event, String heard, String done) {
        events.refused = event;
        PlayedServerCall call = PlayedServerCall.unary(view -> {
            view.events(events);
            return view.proceed();
        });
        call.library.onMessage("bar");
        call.library.onHalfClose();
        call.library.onReady();
        boolean started = call.handler != null;
        assertThat(started).isEqualTo(!event.equals("scope 1"));
        if (started) {
            call.answer("foo");
            assertThat(call.handler.isCancelled()).isTrue();
        }
        call.library.onComplete();
        assertThat(call.done).isEqualTo(list(done, "close PERMISSION_DENIED"));
        assertThat(call.heard).isEqualTo(started ? list(heard, "cancel") : List.of());
        assertThat(events.told.stream()
                        .filter(what -> what.startsWith("sees"))
                        .reduce((first, second) -> second)
                        .orElse("none"))
                .isEqualTo(
                        switch (event) {
                            case "scope 1" -> "none";
                            case "scope 2" -> "sees request bar";
                            case "scope 3" -> "sees half-close";
                            default -> "sees " + event;
                        });
    }

    private static List<String> list(String items, String last) {
        return items == null ? List.of(last) : Arrays.asList((items + ";" + last).split(";"));
    }

    @Test
    void refuseACallThatIsCancelled() {
        events.refused = "cancel";
        PlayedServerCall call = watched();
        call.library.onCancel();
        assertThat(call.done).containsExactly("close PERMISSION_DENIED");
        assertThat(call.heard).containsExactly("cancel");
        assertThat(events.told).containsOnlyOnce("completed null, PERMISSION_DENIED");
    }

    // A handler that throws.

    private PlayedServerCall throwing() {
        PlayedServerCall call = watched();
        call.doing = what -> {
            throw new IllegalStateException("the handler's");
        };
        assertThatThrownBy(call.library::onHalfClose).hasMessage("the handler's");
        return call;
    }

    @Test
    void tellOfWhatTheLibraryMakesOfAnException() {
        assertThat(throwing().done).as("is for the library to do").isEmpty();
        assertThat(events.told)
                .endsWith("sees half-close", "(2", "sees close UNKNOWN", "completed null, UNKNOWN", "2)");
    }

    @Test
    void changeTheStatusOfAnException() {
        events.status = new GrpcStatus(GrpcStatus.Code.NOT_FOUND, "none");
        assertThat(throwing().done).containsExactly("close NOT_FOUND");
    }

    @Test
    void refuseInThePlaceOfAnException() {
        events.refused = "close UNKNOWN";
        assertThat(throwing().done).containsExactly("close PERMISSION_DENIED");
    }

    @Test
    void areToldOfOneEndOnly() {
        PlayedServerCall call = watched();
        call.doing = what -> {
            call.answer("foo");
            throw new IllegalStateException("the handler's");
        };
        assertThatThrownBy(call.library::onHalfClose).hasMessage("the handler's");
        assertThat(events.told).contains("sees close OK", "completed foo, fine").doesNotContain("sees close UNKNOWN");
    }

    // Requests that somebody waits for.

    @Test
    void aRequestThatDoesNotComeFails() {
        CompletableFuture<Object> request = new CompletableFuture<>();
        PlayedServerCall call = PlayedServerCall.unary(view -> seeRequest(view, request));
        call.library.onCancel();
        assertThat(request).isCompletedExceptionally();

        CompletableFuture<Object> missing = new CompletableFuture<>();
        PlayedServerCall halfClosed = PlayedServerCall.unary(view -> seeRequest(view, missing));
        halfClosed.library.onHalfClose();
        assertThat(missing).isCompletedExceptionally();

        CompletableFuture<Object> awaited = new CompletableFuture<>();
        PlayedServerCall waiting = PlayedServerCall.unary(view -> view.request().whenComplete((value, failure) -> {
            if (failure != null) {
                awaited.completeExceptionally(failure);
            }
        }));
        waiting.library.onCancel();
        assertThat(awaited).isCompletedExceptionally();
    }

    private static Object seeRequest(GrpcServerCall call, CompletableFuture<Object> request) {
        Object answer = call.proceed();
        call.request().whenComplete((value, failure) -> {
            if (failure == null) {
                request.complete(value);
            } else {
                request.completeExceptionally(failure);
            }
        });
        return answer;
    }

    @Test
    void ofAStreamAllRequestsAreAskedForOneAfterTheOther() {
        PlayedServerCall call = PlayedServerCall.of(
                MethodType.CLIENT_STREAMING, view -> view.requests().thenApply(all -> view.proceed()));
        call.library.onMessage("foo");
        call.library.onMessage("bar");
        assertThat(call.done).containsExactly("request 1", "request 1", "request 1");
        call.library.onHalfClose();
        call.handler.request(2);
        assertThat(call.heard).containsExactly("message foo", "message bar", "half-close");

        PlayedServerCall one =
                PlayedServerCall.unary(view -> view.request().thenCompose(r -> new CompletableFuture<>()));
        one.library.onMessage("foo");
        assertThat(one.done).containsExactly("request 1");
    }
}
