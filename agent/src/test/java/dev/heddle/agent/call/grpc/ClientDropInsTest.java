package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.dropin.DropIn;
import dev.heddle.agent.call.dropin.DropIns;
import dev.heddle.agent.call.grpc.client.ClientDropIns;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Interceptors of gRPC's own type in front of a client's calls. */
class ClientDropInsTest {
    private final List<String> steps = new ArrayList<>();
    private final List<Throwable> accidents = new ArrayList<>();
    private final ExtensionHealth health = health(false);
    private final FakeLibrary library = new FakeLibrary(Runnable::run, 0);

    private ExtensionHealth health(boolean guards) {
        return new ExtensionHealth("test", guards, 100, (operation, accident) -> accidents.add(accident));
    }

    private ClientCall<String, String> call(ExtensionHealth of, ClientInterceptor... dropIns) {
        List<DropIn> all = Stream.of(dropIns)
                .map(each -> new DropIn(each, of, operation -> true, false, true))
                .toList();
        return new ClientDropIns(DropIns.of(ClientInterceptor.class, () -> all, false, List.of()))
                .interceptCall(FakeMethods.UNARY, CallOptions.DEFAULT, library);
    }

    /** Goes on, and says that it was there. */
    private final class Marking implements ClientInterceptor {
        private final String name;

        Marking(String name) {
            this.name = name;
        }

        @Override
        public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
            steps.add(name + " on the way to " + next.authority());
            return next.newCall(method, options);
        }
    }

    /** Throws instead; of nothing it makes nothing. */
    private record Failing(RuntimeException thrown) implements ClientInterceptor {
        @Override
        public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
            if (thrown == null) {
                return null;
            }
            throw thrown;
        }
    }

    private long counted(ExtensionHealth of) {
        return of.tally().operations().values().stream()
                .mapToLong(operation -> operation.calls().ended())
                .sum();
    }

    @Test
    void theyStandInFrontInTheirOrderAndAreCounted() {
        assertThat(call(health, new Marking("first"), new Marking("second"))).isNotNull();
        assertThat(steps).containsExactly("first on the way to fake", "second on the way to fake");
        assertThat(library.done()).hasSize(1);
        assertThat(counted(health)).isEqualTo(2);
    }

    @Test
    void oneThatHasAnAccidentOrMakesNothingIsPassedBy() {
        RuntimeException accident = new IllegalStateException("an accident");
        assertThat(call(health, new Failing(accident), new Failing(null), new Marking("third")))
                .isNotNull();
        assertThat(steps).containsExactly("third on the way to fake");
        assertThat(library.done()).hasSize(1);
        assertThat(accidents).hasSize(2).contains(accident);
        assertThat(accidents).anySatisfy(each -> assertThat(each).hasMessageEndingWith("has made no call"));
    }

    @Test
    void aGuardThatHasAnAccidentRefuses() {
        RuntimeException accident = new IllegalStateException("an accident");
        assertThatThrownBy(() -> call(health(true), new Failing(accident)))
                .hasMessageStartingWith("the guard test has failed in grpc client a.Service/Method")
                .hasCause(accident);
        assertThat(library.done()).isEmpty();
    }

    @Test
    void aRefusalReachesTheCaller() {
        for (RuntimeException refusal :
                List.of(Status.PERMISSION_DENIED.asRuntimeException(), new SecurityException("not on Sundays"))) {
            assertThatThrownBy(() -> call(health, new Marking("first"), new Failing(refusal)))
                    .isSameAs(refusal);
        }
        assertThat(library.done()).isEmpty();
        assertThat(accidents).isEmpty();
    }
}
