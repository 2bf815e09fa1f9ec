package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Call;
import dev.heddle.api.RefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of accidents, and what an interceptor's view of a call is to others. */
class AccidentsTest {
    private static final RuntimeException ACCIDENT = new IllegalStateException("an accident");

    private final List<Throwable> told = new ArrayList<>();
    private final ExtensionHealth health = health(false);

    private ExtensionHealth health(boolean guards) {
        return new ExtensionHealth(
                "test",
                guards,
                false,
                100,
                Duration.ofDays(1),
                (operation, failure) -> told.add(failure),
                text -> text);
    }

    @Test
    void oneThatIsSkippedIsToldOnce() throws Throwable {
        Object result = FakeCall.of(health, () -> "result", call -> {
                    throw ACCIDENT;
                })
                .enter();
        assertThat(result).isEqualTo("result");
        assertThat(told).containsExactly(ACCIDENT);
    }

    @Test
    void oneOfAGuardIsToldOnce() {
        FakeCall guarded = FakeCall.of(health(true), () -> "result", call -> {
            throw ACCIDENT;
        });
        assertThatThrownBy(guarded::enter)
                .isInstanceOf(RefusedException.class)
                .hasMessage("extension test failed and guards client start")
                .hasCause(ACCIDENT);
        assertThat(told).containsExactly(ACCIDENT);
    }

    @Test
    void oneAfterTheCallIsToldOnce() throws Throwable {
        Object result = FakeCall.of(health, () -> "result", call -> {
                    call.proceed();
                    throw ACCIDENT;
                })
                .enter();
        assertThat(result).isEqualTo("result");
        assertThat(told).containsExactly(ACCIDENT);
    }

    @Test
    void whatTheCallItselfThrewIsNone() {
        RuntimeException own = new IllegalArgumentException("the library's own");
        FakeCall failing = FakeCall.of(
                health,
                () -> {
                    throw own;
                },
                Call::proceed);
        assertThatThrownBy(failing::enter).isSameAs(own);
        assertThat(told).isEmpty();
    }

    @Test
    void whatFollowsAnErrorOfTheCallIsNone() {
        Error own = new AssertionError("the library's own");
        FakeCall failing = FakeCall.of(
                health,
                () -> {
                    throw own;
                },
                call -> {
                    try {
                        return call.proceed();
                    } catch (Error seen) {
                        throw ACCIDENT;
                    }
                });
        assertThatThrownBy(failing::enter).isSameAs(own);
        assertThat(told).isEmpty();
    }

    /** A library may well give an exception as a result, and to throw that is not what the library did. */
    @Test
    void whoThrowsWhatTheCallReturnedHasOne() throws Throwable {
        Object result = FakeCall.of(health, () -> ACCIDENT, call -> {
                    throw (Throwable) call.proceed();
                })
                .enter();
        assertThat(result).isSameAs(ACCIDENT);
        assertThat(told).containsExactly(ACCIDENT);
    }

    @Test
    void aRefusalIsNoneAndIsCountedApart() {
        FakeCall refused = FakeCall.of(health, () -> "result", Call::proceed, call -> {
            throw new RefusedException("not on Sundays");
        });
        assertThatThrownBy(refused::enter).hasMessage("not on Sundays");
        assertThat(told).isEmpty();
        assertThat(health.tally().of(FakeCall.OPERATION).refusals())
                .as("once, however many it passes on its way out")
                .isOne();
        assertThat(refused.refusals).containsExactly("test: not on Sundays");
    }

    @Test
    void theViewsOfOneCallAreEqual() throws Throwable {
        List<Call> views = new ArrayList<>();
        FakeCall.Step keeping = call -> {
            views.add(call);
            return call.proceed();
        };
        FakeCall one = FakeCall.of(health, () -> "result", keeping, keeping);
        one.enter();
        FakeCall.of(health, () -> "result", keeping).enter();
        assertThat(views.get(1))
                .isNotSameAs(views.get(0))
                .isEqualTo(views.get(0))
                .hasSameHashCodeAs(views.get(0));
        assertThat(views.get(2)).isNotEqualTo(views.get(0));
        assertThat(views.get(0)).isNotEqualTo("a call");
        assertThat(one.hashCode()).isEqualTo(System.identityHashCode(one));
    }

    @Test
    void whoAsksIsToldOfTheOutcomeLastFirst() throws Throwable {
        List<String> heard = new ArrayList<>();
        FakeCall call = FakeCall.of(
                health,
                () -> "result",
                asking -> {
                    asking.onCompletion((result, failure) -> heard.add("outer " + result + " " + failure));
                    return asking.proceed();
                },
                asking -> {
                    asking.onCompletion((result, failure) -> heard.add("inner " + result + " " + failure));
                    return asking.proceed();
                });
        assertThat(call.completions()).isNull();
        call.enter();
        call.completions().accept("result", null);
        assertThat(heard).containsExactly("inner result null", "outer result null");
    }
}
