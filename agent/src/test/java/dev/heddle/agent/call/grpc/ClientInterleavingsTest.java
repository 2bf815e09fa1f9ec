package dev.heddle.agent.call.grpc;

import static dev.heddle.agent.call.grpc.Interleavings.point;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.agent.call.grpc.client.ClientAdapter;
import dev.heddle.api.GrpcStatus;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client's unary call in every order of the application, a cancellation, an interceptor that takes its time, and gRPC. */
class ClientInterleavingsTest {
    private static final int APART = Integer.getInteger("interleavings.server", 24) * 4;

    private static void explore(ClientDoing doing, boolean cancels, int failures, List<List<String>> outcomes) {
        Interleavings.explore(world(doing, cancels, failures, false, outcomes));
    }

    /** With {@code apart} the response is asked for by a thread of its own, one message at a time. */
    private static Function<Interleavings, Interleavings.Part> world(
            ClientDoing doing, boolean cancels, int failures, boolean apart, List<List<String>> outcomes) {
        return world -> {
            Interleavings.Queue executor = new Interleavings.Queue();
            CompletableFuture<Void> gate = new CompletableFuture<>();
            FakeLibrary library = new FakeLibrary(executor, failures);
            ClientAdapter adapter = doing.adapter(gate, executor);
            ClientCall<String, String> call = adapter.interceptCall(FakeMethods.UNARY, CallOptions.DEFAULT, library);
            ToldApplication told = new ToldApplication();
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
                        .as("told %s, library %s", told.events(), library.done())
                        .isTrue();
                outcomes.add(told.events());
            };
        };
    }

    @ParameterizedTest
    @EnumSource
    void completes(ClientDoing doing) {
        List<List<String>> outcomes = new ArrayList<>();
        explore(doing, false, doing == ClientDoing.TRIES_AGAIN ? 1 : 0, outcomes);
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
    void isCancelled(ClientDoing doing) {
        List<List<String>> outcomes = new ArrayList<>();
        explore(doing, true, doing == ClientDoing.TRIES_AGAIN ? 1 : 0, outcomes);
        assertThat(outcomes).anyMatch(outcome -> outcome.contains("close CANCELLED"));
        if (doing != ClientDoing.REFUSES_LATE) {
            assertThat(outcomes).anyMatch(outcome -> outcome.contains("close OK"));
        }
    }

    /** No request for a message is lost, whatever it crosses: a start, a hold, another attempt. */
    @ParameterizedTest
    @EnumSource
    void asksForTheResponseFromAThreadOfItsOwn(ClientDoing doing) {
        List<List<String>> outcomes = new ArrayList<>();
        Interleavings.draw(world(doing, false, doing == ClientDoing.TRIES_AGAIN ? 1 : 0, true, outcomes), APART);
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
    void aStatusIsToldAsItIs(ClientDoing doing) {
        List<List<String>> outcomes = new ArrayList<>();
        Interleavings.draw(world(doing, false, 2, true, outcomes), APART);
        Interleavings.draw(world(doing, false, 2, false, outcomes), APART);
        assertThat(outcomes).containsOnly(List.of("close " + GrpcStatus.Code.UNAVAILABLE));
    }
}
