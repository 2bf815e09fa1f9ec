package dev.heddle.agent.call.grpc;

import static dev.heddle.agent.call.grpc.Interleavings.point;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A client's call with streams in many orders of the application, which asks for each message when it has seen the last,
 * an interceptor that takes its time, gRPC, and something that happens in the midst of it.
 */
class ClientStreamInterleavingsTest {
    private static final int ORDERS = Integer.getInteger("interleavings.server", 24);

    /** What happens in the midst. */
    private enum Midst {
        NOTHING,
        /** The application cancels the call. */
        CANCELLED,
        /** The context that the call was made in is over. */
        DEADLINE_EXCEEDED,
        /** The server ends the call, whatever the client still has to say. */
        NOT_FOUND
    }

    static Stream<Arguments> calls() {
        return Stream.of(MethodType.CLIENT_STREAMING, MethodType.SERVER_STREAMING, MethodType.BIDI_STREAMING)
                .flatMap(type -> Stream.of(Midst.values()).map(midst -> Arguments.of(type, midst)));
    }

    private static List<String> requests(MethodType type) {
        return type.clientSendsOneMessage() ? List.of("a") : List.of("a", "b");
    }

    private static List<String> echo(MethodType type) {
        return switch (type) {
            case CLIENT_STREAMING -> List.of("headers", "message a b", "close OK");
            case SERVER_STREAMING -> List.of("headers", "message a1", "message a2", "message a3", "close OK");
            default -> List.of("headers", "message a", "message b", "close OK");
        };
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isToldInEveryOrder(MethodType type, Midst midst) {
        for (ClientDoing doing : ClientDoing.values()) {
            Set<List<String>> allowed = allowed(doing, type, midst);
            Interleavings.draw(world -> new World(world, doing, type, midst).check(allowed), ORDERS);
        }
    }

    private static Set<List<String>> allowed(ClientDoing doing, MethodType type, Midst midst) {
        List<String> echo = echo(type);
        List<List<String>> finished = doing.told(echo, !type.serverSendsOneMessage());
        Set<List<String>> allowed = new HashSet<>(finished);
        if (midst != Midst.NOTHING) {
            String end = "close " + midst;
            finished.forEach(told -> allowed.addAll(ClientDoing.cut(told, end)));
            allowed.addAll(ClientDoing.cut(echo, end));
        }
        if (midst != Midst.NOTHING && doing == ClientDoing.TRIES_AGAIN) {
            allowed.add(List.of("close UNAVAILABLE"));
        }
        return allowed;
    }

    /** The actors of one call. */
    private static final class World {
        private final Interleavings.Queue executor = new Interleavings.Queue();
        private final Context.CancellableContext context = Context.current().withCancellation();
        private final List<ClientCall<String, String>> call = new ArrayList<>();
        private final ToldApplication told =
                new ToldApplication(() -> call.get(0).request(1));
        private final ClientDoing doing;
        private final MethodType type;
        private final Midst midst;
        private final FakeLibrary library;
        private boolean started;

        World(Interleavings world, ClientDoing doing, MethodType type, Midst midst) {
            this.doing = doing;
            this.type = type;
            this.midst = midst;
            this.library = new FakeLibrary(executor, doing.failures());
            CompletableFuture<Void> gate = new CompletableFuture<>();
            world.actor("application", () -> {
                Context before = context.attach();
                try {
                    call.add(doing.adapter(gate, executor)
                            .interceptCall(FakeMethods.method(type), CallOptions.DEFAULT, library));
                    call.get(0).start(told, new Metadata());
                    started = true;
                    send(call.get(0));
                } finally {
                    context.detach(before);
                }
            });
            world.actor("gate", () -> {
                point();
                gate.complete(null);
            });
            switch (midst) {
                case NOTHING -> {}
                case CANCELLED ->
                    world.actor("canceller", () -> {
                        point(() -> started);
                        call.get(0).cancel("enough", null);
                    });
                case DEADLINE_EXCEEDED ->
                    world.actor("deadline", () -> {
                        point(() -> started);
                        context.cancel(new TimeoutException());
                    });
                case NOT_FOUND ->
                    world.actor("server", () -> {
                        point(library::started);
                        library.end(Status.NOT_FOUND);
                    });
            }
            world.actor("executor", () -> executor.run(told::closed));
        }

        private void send(ClientCall<String, String> own) {
            try {
                point();
                own.request(1);
                for (String request : requests(type)) {
                    point();
                    own.sendMessage(request);
                }
                point();
                own.halfClose();
            } catch (IllegalStateException over) {
                // By the application, or by the interceptor that ends the call further in.
                assertThat(over).hasMessage("call was cancelled");
                assertThat(midst == Midst.CANCELLED
                                || midst == Midst.DEADLINE_EXCEEDED
                                || doing.name().startsWith("REFUSES")
                                || doing.name().startsWith("ANSWERS"))
                        .isTrue();
            }
        }

        Interleavings.Part check(Set<List<String>> allowed) {
            return () -> {
                String all = doing + ": the application is told " + told.events() + ", the library " + library.done();
                assertThat(told.closed()).as(all).isTrue();
                assertThat(allowed).as(all).contains(told.events());
                assertThat(library.open()).as(all + ", calls that nobody ends").isEmpty();
                library.done().forEach(done -> checkSent(done, all));
            };
        }

        private void checkSent(List<String> done, String all) {
            List<String> sent = new ArrayList<>(done);
            sent.removeAll(List.of("start", "cancel"));
            List<String> whole = new ArrayList<>();
            requests(type).forEach(request -> whole.add("message " + request));
            whole.add("half-close");
            assertThat(sent).as(all).isEqualTo(whole.subList(0, Math.min(sent.size(), whole.size())));
        }
    }
}
