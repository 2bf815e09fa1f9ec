package dev.heddle.agent.call.grpc;

import static dev.heddle.agent.call.grpc.Interleavings.point;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ServerInterceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server's call with streams in many orders of gRPC, the handler, a cancellation and an interceptor that takes its time. */
class ServerStreamInterleavingsTest {
    private static final int ORDERS = Integer.getInteger("interleavings.server", 24);

    @ParameterizedTest
    @EnumSource
    void completes(StreamHandler.Doing handling) {
        for (ServerDoing doing : ServerDoing.values()) {
            Interleavings.draw(world -> new World(world, doing, handling, false)::check, ORDERS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isCancelled(StreamHandler.Doing handling) {
        for (ServerDoing doing : ServerDoing.values()) {
            Interleavings.draw(world -> new World(world, doing, handling, true)::check, ORDERS);
        }
    }

    /** The actors of one call. */
    private static final class World {
        private final ServerDoing doing;
        private final StreamHandler.Doing handling;
        private final boolean cancels;
        private final AtomicInteger completions = new AtomicInteger();
        private final StreamHandler handler;
        private final FakeServer server;

        World(Interleavings world, ServerDoing doing, StreamHandler.Doing handling, boolean cancels) {
            this.doing = doing;
            this.handling = handling;
            this.cancels = cancels;
            this.handler = new StreamHandler(handling);
            Interleavings.Queue callbacks = new Interleavings.Queue();
            Interleavings.Queue pool = new Interleavings.Queue();
            CompletableFuture<Void> gate = new CompletableFuture<>();
            this.server = new FakeServer(FakeMethods.method(handling.type()), callbacks);
            ServerInterceptor interceptor = doing.adapter(gate, completions, pool);
            world.actor("client", () -> {
                server.arrive(interceptor, handler);
                point();
                server.message("a");
                if (!handling.type().clientSendsOneMessage()) {
                    point();
                    server.message("b");
                }
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
        }

        void check() {
            String all = doing + ": the client is told " + server.told() + ", the handler hears " + handler.heard();
            List<String> told = new ArrayList<>(server.told());
            assertThat(server.ended()).as(all).isTrue();
            List<List<String>> allowed =
                    doing.told(handling.told(), !handling.type().serverSendsOneMessage());
            if (told.get(told.size() - 1).equals("cancel")) {
                assertThat(cancels).as(all).isTrue();
                told.remove(told.size() - 1);
                assertThat(allowed)
                        .as(all)
                        .anyMatch(one -> one.subList(0, Math.min(told.size(), one.size()))
                                .equals(told));
            } else {
                assertThat(allowed).as(all).contains(told);
            }
            checkHandler(all);
            if (doing.needsCompletion()) {
                assertThat(completions.get()).as(all + ", completions").isEqualTo(1);
            }
        }

        private void checkHandler(String all) {
            List<String> heard = handler.heard();
            if (heard.isEmpty()) {
                return;
            }
            assertThat(doing.withoutHandler()).as(all).isFalse();
            List<String> order = List.of("start", "message a", "message b", "half-close", "over");
            List<Integer> positions = heard.stream()
                    .map(what -> order.indexOf(Set.of("cancel", "complete").contains(what) ? "over" : what))
                    .toList();
            assertThat(positions).as(all).doesNotContain(-1).isSorted().doesNotHaveDuplicates();
            assertThat(handler.over()).as(all).isTrue();
        }
    }
}
