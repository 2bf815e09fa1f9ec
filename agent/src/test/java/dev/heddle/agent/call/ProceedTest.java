package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Call;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an interceptor can do with a call before, while and after it goes on, on its own thread. */
class ProceedTest {
    private static final RuntimeException OWN = new IllegalArgumentException("the library's own");

    private final List<Throwable> told = new ArrayList<>();
    private final ExtensionHealth health =
            new ExtensionHealth("test", false, 100, (operation, failure) -> told.add(failure));
    private int arrived;

    private Object arrive() {
        return "result " + ++arrived;
    }

    private static Object fail() {
        throw OWN;
    }

    private Object run(FakeCall.Library library, FakeCall.Step step) throws Throwable {
        return FakeCall.of(health, library, step).enter();
    }

    @Test
    void aCallGoesOnOnce() throws Throwable {
        assertThat(run(this::arrive, call -> {
                    Object result = call.proceed();
                    assertThatThrownBy(call::proceed)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessage("proceed() was called before, and no call runs twice");
                    return result;
                }))
                .isEqualTo("result 1");
        assertThat(arrived).isOne();
        assertThat(told).isEmpty();
    }

    @Test
    void afterThatNoScopeCanBeAskedFor() throws Throwable {
        assertThat(run(this::arrive, call -> {
                    Object result = call.proceed();
                    assertThatThrownBy(() -> call.scope(() -> null)).hasMessage("the call has gone on");
                    return result;
                }))
                .isEqualTo("result 1");
        assertThat(told).isEmpty();
    }

    /** The library's own result is asked nothing, whatever it is: {@code FakeCall} takes texts of interceptors alone. */
    @Test
    void itsResultIsPassedOnAsItIs() throws Throwable {
        assertThat(run(() -> 42, Call::proceed)).isEqualTo(42);
        assertThat(run(() -> null, Call::proceed)).isNull();
        assertThat(told).isEmpty();
    }

    @Test
    void anotherThatDoesNotFitIsAnAccident() throws Throwable {
        assertThat(run(this::arrive, call -> {
                    call.proceed();
                    return 42;
                }))
                .isEqualTo("result 1");
        assertThat(told)
                .singleElement()
                .isInstanceOf(InvalidResultException.class)
                .satisfies(accident -> assertThat(accident).hasMessageContaining("Integer"));
    }

    @Test
    void anotherFailureThanTheCallsIsAnAccident() {
        RuntimeException accident = new IllegalStateException("an accident");
        assertThatThrownBy(() -> run(ProceedTest::fail, call -> {
                    try {
                        return call.proceed();
                    } catch (IllegalArgumentException failure) {
                        throw accident;
                    }
                }))
                .isSameAs(OWN);
        assertThat(told).containsExactly(accident);
    }

    @Test
    void anAnswerOfItsOwnComesWithWhatTheInterceptorHadSeen() throws Throwable {
        FakeCall before = FakeCall.of(health, this::arrive, call -> "answer");
        assertThat(before.enter()).isEqualTo("answer");
        assertThat(before.seen).containsOnlyNulls();
        FakeCall after = FakeCall.of(health, this::arrive, call -> "not " + call.proceed());
        assertThat(after.enter()).isEqualTo("not result 1");
        assertThat(after.seen).containsExactly("result 1");
        FakeCall instead = FakeCall.of(health, ProceedTest::fail, call -> {
            try {
                return call.proceed();
            } catch (IllegalArgumentException failure) {
                return "instead";
            }
        });
        assertThat(instead.enter()).isEqualTo("instead");
        assertThat(instead.seen).containsExactly(OWN);
        assertThat(told).isEmpty();
    }

    /** Though a scope that was asked for stands where what was seen will stand. */
    @Test
    void whoAnswersWithoutGoingOnHasSeenNothing() throws Throwable {
        FakeCall scoped = FakeCall.of(health, this::arrive, call -> {
            call.scope(() -> null);
            return "answer";
        });
        assertThat(scoped.enter()).isEqualTo("answer");
        assertThat(scoped.seen).containsOnlyNulls().hasSize(1);
    }
}
