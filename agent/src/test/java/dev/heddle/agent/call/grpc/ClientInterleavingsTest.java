package dev.heddle.agent.call.grpc;

import static dev.heddle.agent.call.grpc.Interleavings.point;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Link;
import dev.heddle.agent.call.grpc.client.ClientAdapter;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.Interceptor;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client's unary call in every order of the application, a cancellation, an interceptor that takes its time, and gRPC. */
class ClientInterleavingsTest {
    /** What the interceptor does; {@code gate} is completed by an actor of its own. */
    enum Doing {
        PROCEEDS((call, gate) -> call.proceed()),
        OBSERVES((call, gate) -> {
            call.events(new GrpcEvents() {});
            call.onCompletion((response, failure) -> {});
            return call.proceed();
        }),
        WANTS_THE_REQUEST((call, gate) -> call.request().thenApply(request -> call.proceed())),
        WANTS_THE_REQUEST_AND_TIME((call, gate) -> call.request().thenCombine(gate, (request, go) -> call.proceed())),
        TAKES_TIME((call, gate) -> gate.thenApply(go -> call.proceed())),
        WANTS_THE_RESPONSE((call, gate) -> call.response()),
        WANTS_TIME_AND_THE_RESPONSE((call, gate) -> gate.thenCompose(go -> call.response())),
        HOLDS_THE_RESPONSE((call, gate) -> call.response().thenCombine(gate, (response, go) -> response)),
        TRIES_AGAIN((call, gate) ->
                call.response().exceptionallyCompose(failure -> gate.thenCompose(go -> call.response()))),
        ANSWERS_LATE((call, gate) -> gate.thenApply(go -> "mine")),
        REFUSES_LATE((call, gate) -> gate.thenApply(go -> {
            throw new GrpcException.PermissionDenied("no");
        })),
        REFUSES_WHEN_IT_HAS_GONE_ON((call, gate) -> {
            call.proceed();
            return gate.thenApply(go -> {
                throw new GrpcException.PermissionDenied("no");
            });
        }),
        ANSWERS_FOR_THE_RESPONSE((call, gate) -> {
            call.response();
            return gate.thenApply(go -> "mine");
        });

        private final BiFunction<GrpcClientCall, CompletableFuture<Void>, Object> interceptor;

        Doing(BiFunction<GrpcClientCall, CompletableFuture<Void>, Object> interceptor) {
            this.interceptor = interceptor;
        }
    }

    private static final int APART = Integer.getInteger("interleavings.server", 24) * 4;

    /** What the application is told, which must come one by one and end once. */
    private static final class Told extends ClientCall.Listener<String> {
        private final List<String> events = new ArrayList<>();
        private boolean busy;

        private void told(String event) {
            assertThat(busy).as("two call-backs at once").isFalse();
            assertThat(closed()).as("%s after %s", event, events).isFalse();
            busy = true;
            point();
            events.add(event);
            busy = false;
        }

        boolean closed() {
            return !events.isEmpty() && events.get(events.size() - 1).startsWith("close");
        }

        @Override
        public void onHeaders(Metadata headers) {
            told("headers");
        }

        @Override
        public void onMessage(String message) {
            told("message " + message);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            told("close " + status.getCode());
        }
    }

    private static void explore(Doing doing, boolean cancels, int failures, List<List<String>> outcomes) {
        Interleavings.explore(world(doing, cancels, failures, false, outcomes));
    }

    /** With {@code apart} the response is asked for by a thread of its own, one message at a time. */
    private static Function<Interleavings, Interleavings.Part> world(
            Doing doing, boolean cancels, int failures, boolean apart, List<List<String>> outcomes) {
        return world -> {
            Interleavings.Queue executor = new Interleavings.Queue();
            CompletableFuture<Void> gate = new CompletableFuture<>();
            FakeLibrary library = new FakeLibrary(executor, failures);
            @SuppressWarnings("unchecked") // The chain is of clients' calls.
            Interceptor<Call> interceptor = (Interceptor<Call>)
                    (Interceptor<?>) (Interceptor<GrpcClientCall>) call -> doing.interceptor.apply(call, gate);
            Link link = new Link(new ExtensionHealth("test", false, 1_000_000), interceptor);
            ClientAdapter adapter = new ClientAdapter(new InterceptedMethods(
                    Category.GRPC_CLIENT, operation -> new Chain(operation, List.of(link)), executor));
            ClientCall<String, String> call = adapter.interceptCall(FakeMethods.UNARY, CallOptions.DEFAULT, library);
            Told told = new Told();
            boolean[] started = new boolean[1];
            world.actor("application", () -> {
                call.start(told, new Metadata());
                started[0] = true;
                try {
                    point();
                    if (!apart) {
                        call.request(2);
                        point();
                    }
                    call.sendMessage("foo");
                    point();
                    call.halfClose();
                } catch (IllegalStateException cancelled) {
                    assertThat(cancelled).hasMessage("call was cancelled");
                    assertThat(cancels
                                    || doing.name().startsWith("REFUSES")
                                    || doing.name().startsWith("ANSWERS"))
                            .isTrue();
                }
            });
            world.actor("gate", () -> {
                point();
                gate.complete(null);
            });
            if (apart) {
                world.actor("puller", () -> {
                    point(() -> started[0]);
                    call.request(1);
                    point();
                    call.request(1);
                });
            }
            if (cancels) {
                world.actor("canceller", () -> {
                    point(() -> started[0]);
                    call.cancel("enough", null);
                });
            }
            world.actor("executor", () -> executor.run(told::closed));
            return () -> {
                assertThat(told.closed())
                        .as("told %s, library %s", told.events, library.done())
                        .isTrue();
                outcomes.add(told.events);
            };
        };
    }

    @ParameterizedTest
    @EnumSource
    void completes(Doing doing) {
        List<List<String>> outcomes = new ArrayList<>();
        explore(doing, false, doing == Doing.TRIES_AGAIN ? 1 : 0, outcomes);
        List<String> echo = List.of("headers", "message foo", "close OK");
        switch (doing) {
            case ANSWERS_LATE -> assertThat(outcomes).containsOnly(List.of("headers", "message mine", "close OK"));
            case REFUSES_LATE -> assertThat(outcomes).containsOnly(List.of("close PERMISSION_DENIED"));
            case REFUSES_WHEN_IT_HAS_GONE_ON ->
                assertThat(outcomes)
                        .allMatch(outcome -> outcome.equals(echo)
                                || outcome.get(outcome.size() - 1).equals("close PERMISSION_DENIED"));
            case ANSWERS_FOR_THE_RESPONSE ->
                assertThat(outcomes)
                        .allMatch(outcome -> outcome.contains("message mine") && outcome.contains("close OK"));
            default -> assertThat(outcomes).containsOnly(echo);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isCancelled(Doing doing) {
        List<List<String>> outcomes = new ArrayList<>();
        explore(doing, true, doing == Doing.TRIES_AGAIN ? 1 : 0, outcomes);
        assertThat(outcomes).anyMatch(outcome -> outcome.contains("close CANCELLED"));
        if (doing != Doing.REFUSES_LATE) {
            assertThat(outcomes).anyMatch(outcome -> outcome.contains("close OK"));
        }
    }

    /** No request for a message is lost, whatever it crosses: a start, a hold, another attempt. */
    @ParameterizedTest
    @EnumSource
    void asksForTheResponseFromAThreadOfItsOwn(Doing doing) {
        List<List<String>> outcomes = new ArrayList<>();
        Interleavings.draw(world(doing, false, doing == Doing.TRIES_AGAIN ? 1 : 0, true, outcomes), APART);
        if (!doing.name().startsWith("REFUSES")) {
            assertThat(outcomes)
                    .allMatch(outcome -> outcome.stream()
                                    .filter(what -> what.startsWith("message"))
                                    .count()
                            == 1)
                    .allMatch(outcome -> outcome.contains("close OK"));
        }
    }

    /** The end may come alone, while the call starts, is held, or is tried again. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"REFUSES.*", "ANSWERS.*"})
    void aStatusIsToldAsItIs(Doing doing) {
        List<List<String>> outcomes = new ArrayList<>();
        Interleavings.draw(world(doing, false, 2, true, outcomes), APART);
        Interleavings.draw(world(doing, false, 2, false, outcomes), APART);
        assertThat(outcomes).containsOnly(List.of("close " + GrpcStatus.Code.UNAVAILABLE));
    }
}
