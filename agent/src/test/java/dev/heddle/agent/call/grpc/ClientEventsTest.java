package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.GrpcStatus;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client's interceptor watches what passes, step by step. */
class ClientEventsTest {
    private final Watching events = new Watching();

    private void watch(GrpcClientCall call) {
        call.events(events);
        watchOutcome(call);
    }

    private void watchOutcome(GrpcClientCall call) {
        call.onCompletion((response, failure) ->
                events.told.add("completed " + response + " of " + call.arguments() + ", " + Watching.code(failure)));
    }

    private PlayedClientCall watched(MethodType type) {
        PlayedClientCall played = PlayedClientCall.of(type, call -> {
            watch(call);
            return call.proceed();
        });
        played.doing = events.told::add;
        return played;
    }

    private PlayedClientCall watched() {
        return watched(MethodType.UNARY);
    }

    @Test
    void tellOfWhatPassesAndOpenAScopeForEachCallBack() {
        PlayedClientCall played = watched().ask("bar");
        assertThat(played.library().done).containsExactly("start", "request 2", "message bar", "half-close");
        played.library().listener.onReady();
        played.library().answer("foo");
        assertThat(events.told)
                .containsExactly(
                        "sees request bar",
                        "sees half-close", //
                        "sees ready",
                        "(1",
                        "ready",
                        "1)", //
                        "sees headers",
                        "(2",
                        "headers",
                        "2)", //
                        "sees response foo",
                        "(3",
                        "message foo",
                        "3)", //
                        "sees close OK",
                        "(4",
                        "close OK",
                        "4)", //
                        "completed foo of [bar], fine");
    }

    @Test
    void areToldOnceEachIfTheResponseIsAskedForToo() {
        PlayedClientCall played = PlayedClientCall.unary(call -> {
            watch(call);
            return call.response().thenApply(foo -> "mine");
        });
        played.ask("bar").library().answer("foo");
        assertThat(played.told).containsExactly("headers", "message mine", "close OK");
        assertThat(events.told)
                .filteredOn(what -> !what.contains("(") && !what.contains(")"))
                .containsExactly(
                        "sees request bar",
                        "sees half-close",
                        "sees headers",
                        "sees response foo",
                        "sees close OK",
                        "completed mine of [bar], fine");
    }

    @Test
    void ofAnAnswerOnlyTheOutcomeIsTold() {
        PlayedClientCall played = PlayedClientCall.unary(call -> {
            watch(call);
            return "mine";
        });
        played.ask("bar");
        assertThat(played.told).containsExactly("headers", "message mine", "close OK");
        assertThat(events.told).containsExactly("completed mine of [], fine");
    }

    @Test
    void whoAsksForTheOutcomeIsToldOfAFailure() {
        PlayedClientCall played = PlayedClientCall.unary(call -> {
            watchOutcome(call);
            return call.proceed();
        });
        played.ask("bar").library().listener.onReady();
        played.library().close(Status.NOT_FOUND);
        assertThat(played.told).containsExactly("ready", "close NOT_FOUND");
        assertThat(events.told).containsExactly("completed null of [bar], NOT_FOUND");
    }

    @Test
    void whoAsksForTheOutcomeIsToldOfACallThatDoesNotStart() {
        PlayedClientCall played = watched();
        played.starting = library -> {
            throw Status.FAILED_PRECONDITION.asRuntimeException();
        };
        assertThatThrownBy(played::start).hasMessage("FAILED_PRECONDITION");
        assertThat(events.told).containsExactly("completed null of [], FAILED_PRECONDITION");
    }

    @Test
    void ofAStreamNoMessageIsTheOutcome() {
        PlayedClientCall played = watched(MethodType.SERVER_STREAMING).ask("bar");
        played.library().answer("foo", "bar");
        assertThat(events.told).endsWith("completed null of [bar], fine");
    }

    @Test
    void tellOfACancellation() {
        PlayedClientCall played = watched().start();
        played.call.cancel("enough", null);
        assertThat(events.told)
                .containsExactly(
                        "sees cancel",
                        "sees close CANCELLED",
                        "(1",
                        "close CANCELLED",
                        "1)",
                        "completed null of [], CANCELLED");
        assertThat(played.library().done).containsExactly("start", "cancel");
    }

    @Test
    void changeMessagesAndTheStatus() {
        events.message = "mine";
        events.status = new GrpcStatus(GrpcStatus.Code.NOT_FOUND, "none");
        PlayedClientCall played = watched().ask("bar");
        played.library().answer("foo");
        assertThat(played.library().done).contains("message mine").doesNotContain("message bar");
        assertThat(played.told).containsExactly("headers", "message mine", "close NOT_FOUND");
        assertThat(events.told).endsWith("completed null of [bar], NOT_FOUND");
    }

    @Test
    void aStatusThatTheyLeaveIsTheLibrarysOwn() {
        PlayedClientCall played = watched().ask("bar");
        Status own = Status.NOT_FOUND.withCause(new IllegalStateException("the library's"));
        played.library().close(own);
        assertThat(played.closed).isSameAs(own);
        assertThat(played.trailers.get(PlayedClientCall.KEY)).isEqualTo("server");
    }

    @Test
    void dropMessagesOfStreams() {
        events.message = null;
        PlayedClientCall played = watched(MethodType.BIDI_STREAMING).ask("bar");
        assertThat(played.library().done).containsExactly("start", "request 2", "half-close");
        played.library().answer("foo");
        assertThat(played.library().done)
                .as("another for the one that is dropped")
                .endsWith("request 1");
        assertThat(played.told).containsExactly("headers", "close OK");
    }

    /** Nothing passes any more but the end, and nothing is told of what the library still brings. */
    @ParameterizedTest
    @CsvSource({
        "request bar,,",
        "half-close,message bar,",
        "ready,message bar;half-close,",
        "scope 1,message bar;half-close,",
        "headers,message bar;half-close,ready",
        "scope 2,message bar;half-close,ready",
        "response foo,message bar;half-close,ready;headers",
        "scope 3,message bar;half-close,ready;headers",
    })
    void refuseACall(String event, String done, String told) {
        events.refused = event;
        PlayedClientCall played = refused(event);
        assertThat(played.library().done)
                .isEqualTo(list("start;request 2" + (done == null ? "" : ";" + done) + ";cancel"));
        assertThat(played.told).isEqualTo(list((told == null ? "" : told + ";") + "close PERMISSION_DENIED"));
    }

    @ParameterizedTest
    @CsvSource({"close OK", "scope 4"})
    void refuseACallAtItsEnd(String event) {
        PlayedClientCall played = refused(event);
        assertThat(played.library().done).doesNotContain("cancel");
        assertThat(played.told).containsExactly("ready", "headers", "message foo", "close PERMISSION_DENIED");
        assertThat(played.trailers.keys()).isEmpty();
    }

    private PlayedClientCall refused(String event) {
        events.refused = event;
        PlayedClientCall played = PlayedClientCall.unary(call -> {
            call.events(events);
            return call.proceed();
        });
        played.ask("bar");
        played.library().listener.onReady();
        played.library().answer("foo");
        List<String> after = List.copyOf(played.library().done);
        if (after.contains("cancel")) {
            List<String> told = List.copyOf(events.told);
            played.library().listener.onReady();
            played.library().listener.onHeaders(new Metadata());
            played.library().listener.onMessage("foo");
            played.call.request(1);
            assertThat(played.library().done).isEqualTo(after);
            assertThat(events.told)
                    .filteredOn(what -> what.startsWith("sees"))
                    .isEqualTo(told.stream()
                            .filter(what -> what.startsWith("sees"))
                            .toList());
        }
        return played;
    }

    private static List<String> list(String items) {
        return Arrays.asList(items.split(";"));
    }

    @Test
    void refuseACancellationWithAStatusOfTheirOwn() {
        events.refused = "cancel";
        PlayedClientCall played = watched().start();
        played.call.cancel("enough", null);
        assertThat(played.told).containsExactly("close PERMISSION_DENIED");
    }
}
