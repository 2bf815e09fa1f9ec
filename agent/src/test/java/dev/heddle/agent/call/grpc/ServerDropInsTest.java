package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.dropin.DropIn;
import dev.heddle.agent.call.dropin.DropIns;
import dev.heddle.agent.call.grpc.server.ServerDropIns;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Interceptors of gRPC's own type in front of a server's handlers, of which none runs twice. */
class ServerDropInsTest {
    private static final RuntimeException ACCIDENT = new IllegalStateException("an accident");

    private final List<String> steps = new ArrayList<>();
    private final List<Throwable> accidents = new ArrayList<>();
    private final ExtensionHealth health =
            new ExtensionHealth("test", false, 100, (operation, accident) -> accidents.add(accident));
    private final FakeServer server = new FakeServer(FakeMethods.UNARY, Runnable::run);
    private final ServerCall.Listener<String> handlers = new ServerCall.Listener<>() {};
    private RuntimeException handlerThrows;

    /** What a drop-in does; the types of messages are of no concern to it. */
    @FunctionalInterface
    private interface Doing {
        ServerCall.Listener<?> intercept(ServerCall<?, ?> call, Runnable goOn, ServerCall.Listener<?>[] handlers);
    }

    private record Playing(Doing doing) implements ServerInterceptor {
        @Override
        @SuppressWarnings("unchecked") // It gives the handler's own, or one that hears nothing.
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            ServerCall.Listener<?>[] handlers = new ServerCall.Listener<?>[1];
            return (ServerCall.Listener<Q>)
                    doing.intercept(call, () -> handlers[0] = next.startCall(call, headers), handlers);
        }
    }

    private ServerCall.Listener<String> arrive(Doing... dropIns) {
        List<DropIn> all = Stream.of(dropIns)
                .map(doing -> new DropIn(new Playing(doing), health, operation -> true, false, true))
                .toList();
        return new ServerDropIns(DropIns.of(ServerInterceptor.class, () -> all, false, List.of()))
                .interceptCall(server, new Metadata(), (call, headers) -> {
                    steps.add("handler");
                    if (handlerThrows != null) {
                        throw handlerThrows;
                    }
                    return handlers;
                });
    }

    private Doing marking(String name) {
        return (call, goOn, started) -> {
            steps.add(name);
            goOn.run();
            return started[0];
        };
    }

    @Test
    void theyStandInFrontInTheirOrderAndAreCounted() {
        assertThat(arrive(marking("first"), marking("second"))).isSameAs(handlers);
        assertThat(steps).containsExactly("first", "second", "handler");
        assertThat(accidents).isEmpty();
        assertThat(health.tally().operations().values())
                .singleElement()
                .satisfies(tally -> assertThat(tally.calls().ended()).isEqualTo(2));
    }

    @Test
    void oneThatHasAnAccidentBeforeIsPassedBy() {
        Doing failing = (call, goOn, started) -> {
            throw ACCIDENT;
        };
        assertThat(arrive(failing, marking("second"))).isSameAs(handlers);
        assertThat(steps).containsExactly("second", "handler");
        assertThat(accidents).containsExactly(ACCIDENT);
    }

    @Test
    void afterAnAccidentOfOneThatHasGoneOnTheHandlersListenerStands() {
        Doing failing = (call, goOn, started) -> {
            goOn.run();
            throw ACCIDENT;
        };
        assertThat(arrive(failing)).isSameAs(handlers);
        assertThat(steps).containsExactly("handler");
        assertThat(accidents).containsExactly(ACCIDENT);
    }

    @Test
    void oneThatGivesNoListenerHasAnAccident() {
        assertThat(arrive((call, goOn, started) -> null)).isSameAs(handlers);
        assertThat(steps).containsExactly("handler");
        assertThat(accidents)
                .singleElement()
                .satisfies(each -> assertThat(each).hasMessageEndingWith("has given no listener"));
    }

    @Test
    void theHandlerIsNotStartedOnceOneHasEndedTheCall() {
        Doing refusing = (call, goOn, started) -> {
            call.close(Status.PERMISSION_DENIED, new Metadata());
            throw ACCIDENT;
        };
        assertThat(arrive(refusing)).isNotNull().isNotSameAs(handlers);
        assertThat(server.told()).containsExactly("close PERMISSION_DENIED");
        assertThat(steps).isEmpty();
        assertThat(accidents).containsExactly(ACCIDENT);
    }

    @Test
    void whatTheHandlerThrowsAsItStartsIsItsOwn() {
        handlerThrows = new IllegalArgumentException("the handler's");
        assertThatThrownBy(() -> arrive(marking("first"))).isSameAs(handlerThrows);
        assertThat(accidents).isEmpty();
    }

    @Test
    void aHandlerThatHasFailedIsNotStartedAgain() {
        handlerThrows = new IllegalArgumentException("the handler's");
        Doing covering = (call, goOn, started) -> {
            try {
                goOn.run();
                return started[0];
            } catch (IllegalArgumentException covered) {
                throw ACCIDENT;
            }
        };
        assertThatThrownBy(() -> arrive(covering)).hasCause(handlerThrows);
        assertThat(steps).containsExactly("handler");
        assertThat(accidents).containsExactly(ACCIDENT);
    }

    @Test
    void aRefusalReachesTheCaller() {
        RuntimeException refusal = Status.PERMISSION_DENIED.asRuntimeException();
        Doing refusing = (call, goOn, started) -> {
            throw refusal;
        };
        assertThatThrownBy(() -> arrive(refusing)).isSameAs(refusal);
        assertThat(steps).isEmpty();
        assertThat(accidents).isEmpty();
    }
}
