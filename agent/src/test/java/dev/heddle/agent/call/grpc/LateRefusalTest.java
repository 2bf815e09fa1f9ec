package dev.heddle.agent.call.grpc;

import static dev.heddle.agent.call.grpc.Interleavings.point;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Link;
import dev.heddle.agent.call.grpc.server.ServerAdapter;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcServerCall;
import dev.heddle.api.Interceptor;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server's interceptor that refuses when the handler has been started, and is at the call on a thread of its own. It is
 * the handler or the refusal that ends the call, and where the interceptor has asked for something else, or watches, the
 * two are never at the library's call at once.
 */
class LateRefusalTest {
    /** What the interceptor has asked for before. */
    enum Asked {
        EVENTS(call -> {
            call.events(new GrpcEvents() {});
            call.proceed();
        }),
        OUTCOME(call -> {
            call.onCompletion((response, failure) -> {});
            call.proceed();
        }),
        RESPONSE(GrpcServerCall::response);

        private final Consumer<GrpcServerCall> goesOn;

        Asked(Consumer<GrpcServerCall> goesOn) {
            this.goesOn = goesOn;
        }
    }

    /** As the library's: it takes one thread at a time, and is closed once. */
    private static final class FakeServerCall extends ServerCall<String, String> {
        private final List<Status.Code> closed = new ArrayList<>();
        private boolean busy;
        private boolean met;

        private void enter() {
            met |= busy;
            busy = true;
            point();
            busy = false;
        }

        private void mustBeOpen(String otherwise) {
            if (!closed.isEmpty()) {
                throw new IllegalStateException(otherwise);
            }
        }

        @Override
        public void request(int messages) {}

        @Override
        public void sendHeaders(Metadata headers) {
            mustBeOpen("call is closed");
            enter();
        }

        @Override
        public void sendMessage(String message) {
            mustBeOpen("call is closed");
            enter();
        }

        @Override
        public void close(Status status, Metadata trailers) {
            mustBeOpen("call already closed");
            closed.add(status.getCode());
            enter();
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<String, String> getMethodDescriptor() {
            return FakeMethods.UNARY;
        }
    }

    /** What one order has come to. */
    private record Outcome(List<Status.Code> closed, boolean met, String told) {}

    private static List<Outcome> explore(Consumer<GrpcServerCall> goesOn) {
        List<Outcome> outcomes = new ArrayList<>();
        Interleavings.explore(world -> {
            CompletableFuture<Object> refusal = new CompletableFuture<>();
            @SuppressWarnings("unchecked") // The chain is of servers' calls.
            Interceptor<Call> interceptor = (Interceptor<Call>) (Interceptor<?>) (Interceptor<GrpcServerCall>) call -> {
                goesOn.accept(call);
                return refusal;
            };
            Link link = new Link(new ExtensionHealth("test", false, 1_000_000), interceptor);
            ServerAdapter adapter = new ServerAdapter(new InterceptedMethods(
                    Category.GRPC_SERVER,
                    operation -> new Chain(operation, List.of(link)),
                    Runnable::run,
                    ConcurrentHashMap.newKeySet()));
            FakeServerCall library = new FakeServerCall();
            List<ServerCall<String, String>> handlers = new ArrayList<>();
            String[] told = new String[1];
            world.actor(
                    "library",
                    () -> adapter.interceptCall(library, new Metadata(), (call, headers) -> {
                        handlers.add(call);
                        point();
                        return new ServerCall.Listener<>() {};
                    }));
            world.actor("handler", () -> {
                point(() -> !handlers.isEmpty());
                ServerCall<String, String> call = handlers.get(0);
                try {
                    call.sendHeaders(new Metadata());
                    point();
                    call.sendMessage("foo");
                    point();
                    call.close(Status.OK, new Metadata());
                } catch (IllegalStateException closed) {
                    told[0] = closed.getMessage();
                }
            });
            world.actor("elsewhere", () -> {
                point(() -> !handlers.isEmpty());
                refusal.completeExceptionally(new GrpcException.PermissionDenied("no"));
            });
            return () -> outcomes.add(new Outcome(library.closed, library.met, told[0]));
        });
        return outcomes;
    }

    @ParameterizedTest
    @EnumSource
    void waitsUntilTheHandlersThreadIsOut(Asked asked) {
        List<Outcome> outcomes = explore(asked.goesOn);
        Outcome refused = new Outcome(List.of(Status.Code.PERMISSION_DENIED), false, null);
        Outcome answered = new Outcome(List.of(Status.Code.OK), false, null);
        assertThat(outcomes)
                .contains(refused)
                .allMatch(outcome -> List.of(refused, answered).contains(outcome));
    }

    /** As an interceptor of the application's that closes the call then: nothing of ours stands in the handler's way. */
    @Test
    void closesACallThatItHasPassedOn() {
        List<Outcome> outcomes = explore(GrpcServerCall::proceed);
        assertThat(outcomes)
                .anyMatch(outcome -> outcome.closed.equals(List.of(Status.Code.PERMISSION_DENIED)))
                .anyMatch(outcome -> outcome.closed.equals(List.of(Status.Code.OK)))
                .allMatch(outcome -> outcome.closed.size() == 1)
                .allMatch(outcome -> outcome.closed.contains(Status.Code.OK) == (outcome.told == null));
    }
}
