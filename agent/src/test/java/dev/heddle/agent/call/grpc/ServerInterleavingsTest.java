package dev.heddle.agent.call.grpc;

import static dev.heddle.agent.call.grpc.Interleavings.point;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ServerInterceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server's unary call in many orders of gRPC, the handler, a cancellation and an interceptor that takes its time. */
class ServerInterleavingsTest {
    private static final int ORDERS = Integer.getInteger("interleavings.server", 24);

    static Stream<Arguments> everybody() {
        return Stream.of(ServerDoing.values())
                .flatMap(doing -> Stream.of(Handler.Doing.values()).map(handling -> Arguments.of(doing, handling)));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void completes(ServerDoing doing, Handler.Doing handling) {
        explore(doing, handling, false);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void isCancelled(ServerDoing doing, Handler.Doing handling) {
        explore(doing, handling, true);
    }

    private static void explore(ServerDoing doing, Handler.Doing handling, boolean cancels) {
        Interleavings.draw(
                world -> {
                    Interleavings.Queue callbacks = new Interleavings.Queue();
                    Interleavings.Queue pool = new Interleavings.Queue();
                    CompletableFuture<Void> gate = new CompletableFuture<>();
                    AtomicInteger completions = new AtomicInteger();
                    FakeServer server = new FakeServer(FakeMethods.UNARY, callbacks);
                    Handler handler = new Handler(handling);
                    ServerInterceptor interceptor = doing.adapter(gate, completions, pool);
                    world.actor("client", () -> {
                        server.arrive(interceptor, handler);
                        point();
                        server.message("foo");
                        point();
                        server.halfClose();
                    });
                    world.actor("callbacks", () -> callbacks.run(() -> false));
                    world.actor("pool", () -> pool.run(() -> false));
                    world.actor("handler", handler::work);
                    world.actor("gate", () -> {
                        point();
                        gate.complete(null);
                    });
                    if (cancels) {
                        world.actor("canceller", () -> {
                            point(server::arrived);
                            server.cancel();
                        });
                    }
                    return () -> check(doing, handling, cancels, server, handler, completions.get());
                },
                ORDERS);
    }

    private static void check(
            ServerDoing doing,
            Handler.Doing handling,
            boolean cancels,
            FakeServer server,
            Handler handler,
            int completions) {
        String all = "the client is told " + server.told() + ", the handler hears " + handler.heard();
        List<String> told = new ArrayList<>(server.told());
        assertThat(server.ended()).as(all).isTrue();
        List<List<String>> allowed = doing.told(handling.told(), false);
        if (told.get(told.size() - 1).equals("cancel")) {
            assertThat(cancels).as(all).isTrue();
            told.remove(told.size() - 1);
            assertThat(allowed)
                    .as(all)
                    .anyMatch(one ->
                            one.subList(0, Math.min(told.size(), one.size())).equals(told));
        } else {
            assertThat(allowed).as(all).contains(told);
        }
        checkHandler(doing, handling, handler, all);
        if (doing.needsCompletion()) {
            assertThat(completions).as(all + ", completions").isEqualTo(1);
        }
    }

    private static void checkHandler(ServerDoing doing, Handler.Doing handling, Handler handler, String all) {
        List<String> heard = handler.heard();
        if (heard.isEmpty()) {
            return;
        }
        assertThat(doing.withoutHandler()).as(all).isFalse();
        List<String> order = List.of("start", "message foo", "half-close", "complete");
        List<Integer> positions = heard.stream()
                .map(what -> order.indexOf(what.equals("cancel") ? "complete" : what))
                .toList();
        assertThat(positions).as(all).doesNotContain(-1).isSorted().doesNotHaveDuplicates();
        assertThat(handler.over()).as(all).isEqualTo(handling != Handler.Doing.THROWS_AS_IT_STARTS);
    }
}
