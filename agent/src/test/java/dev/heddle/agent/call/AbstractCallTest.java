package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Operation;
import dev.heddle.api.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AbstractCallTest {
    private static final Operation OPERATION = Operation.of(Category.CLIENT, "start", true);
    private static final int LIMIT = 3;

    @FunctionalInterface
    private interface Step extends Interceptor<Call> {}

    private final ExtensionHealth health = new ExtensionHealth("test", false, LIMIT);
    private final List<String> steps = new ArrayList<>();

    private Object run(FakeCall.Library library, Step... interceptors) throws Throwable {
        return run(health, library, interceptors);
    }

    private Object run(ExtensionHealth of, FakeCall.Library library, Step... interceptors) throws Throwable {
        List<Link> links = Stream.of(interceptors)
                .map(interceptor -> new Link(of, interceptor))
                .toList();
        return new FakeCall(new Chain(OPERATION, links), library).enter();
    }

    private Object arrive() {
        steps.add("library");
        return "result";
    }

    private static Object fail(Call call) {
        throw new IllegalStateException("an accident");
    }

    @Test
    void innerInterceptorsSeeTheirOwnResults() throws Throwable {
        Object result = run(
                this::arrive,
                call -> "outer " + call.proceed(),
                AbstractCallTest::fail,
                call -> "inner " + call.proceed(),
                call -> {
                    call.proceed();
                    return fail(call);
                });
        assertThat(result).isEqualTo("outer inner result");
        assertThat(steps).containsExactly("library");
    }

    @Test
    void anOuterInterceptorMayCatchWhatAnInnerOneThrewOn() throws Throwable {
        RuntimeException failure = new IllegalArgumentException("the library's own");
        List<Throwable> seen = new ArrayList<>();
        Object result = run(
                () -> {
                    throw failure;
                },
                call -> {
                    try {
                        return call.proceed();
                    } catch (IllegalArgumentException caught) {
                        seen.add(caught);
                        return "instead";
                    }
                },
                Call::proceed);
        assertThat(result).isEqualTo("instead");
        assertThat(seen).containsExactly(failure);
    }

    @Test
    void anExtensionIsSwitchedOffAfterItsFailures() throws Throwable {
        Step failing = call -> {
            steps.add("asked");
            return fail(call);
        };
        for (int i = 0; i < LIMIT + 2; i++) {
            assertThat(run(() -> "result", failing, Call::proceed)).isEqualTo("result");
        }
        assertThat(steps).hasSize(LIMIT);
    }

    @Test
    void aFailureOfOnCompletionCounts() {
        Completions completions = new Completions(
                health,
                OPERATION,
                (result, failure) -> {
                    throw new IllegalStateException("an accident");
                },
                null);
        for (int i = 0; i < LIMIT; i++) {
            assertThat(health.off()).isFalse();
            completions.accept("result", null);
        }
        assertThat(health.off()).isTrue();
    }

    @Test
    void aGuardIsNeverSwitchedOff() {
        ExtensionHealth guard = new ExtensionHealth("guard", true, 1);
        for (int i = 0; i < LIMIT; i++) {
            assertThatThrownBy(() -> run(guard, this::arrive, AbstractCallTest::fail))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("extension guard failed and guards client start")
                    .hasRootCauseMessage("an accident");
        }
        assertThat(steps).isEmpty();
    }

    @Test
    void aGuardThatFailsAfterwardsHidesTheResult() {
        ExtensionHealth guard = new ExtensionHealth("guard", true, 1);
        assertThatThrownBy(() -> run(guard, this::arrive, call -> {
                    call.proceed();
                    return fail(call);
                }))
                .isInstanceOf(RefusedException.class);
        assertThat(steps).containsExactly("library");
    }

    @Test
    void aLinkageErrorIsAnAccidentOfTheExtension() throws Throwable {
        assertThat(run(this::arrive, call -> {
                    throw new NoSuchMethodError("of another version");
                }))
                .isEqualTo("result");
    }

    @Test
    void anErrorOfItsOwnIsAnAccident() throws Throwable {
        for (Error error : List.of(new AssertionError(), new StackOverflowError(), new OutOfMemoryError())) {
            assertThat(run(this::arrive, call -> {
                        throw error;
                    }))
                    .isEqualTo("result");
            assertThat(run(this::arrive, call -> {
                        call.proceed();
                        throw error;
                    }))
                    .isEqualTo("result");
        }
        assertThat(steps).hasSize(6);
        assertThat(health.off()).isTrue();
    }

    @Test
    void aThreadThatIsStoppedEnds() {
        Error error = new ThreadDeath();
        assertThatThrownBy(() -> run(this::arrive, call -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void anErrorOfTheLibraryPassesWhoeverHoldsItUp() {
        Error error = new Error("ends the thread");
        assertThatThrownBy(() -> run(
                        () -> {
                            throw error;
                        },
                        call -> {
                            try {
                                return call.proceed();
                            } catch (Error held) {
                                return "held up";
                            }
                        }))
                .isSameAs(error);
    }

    /** More than the stack has room for: the call fails, if it does, as a call that has no stack left. */
    @Test
    void aChainThatIsTooDeepRunsNothingTwice() throws Throwable {
        Step[] many = new Step[20_000];
        int[] asked = new int[many.length];
        for (int i = 0; i < many.length; i++) {
            int at = i;
            many[i] = call -> {
                asked[at]++;
                return call.proceed();
            };
        }
        Throwable thrown = catchThrowable(() -> run(new ExtensionHealth("deep", false, 1), this::arrive, many));
        assertThat(thrown).isIn(null, thrown instanceof StackOverflowError ? thrown : null);
        assertThat(steps.size()).isLessThanOrEqualTo(1);
        assertThat(IntStream.of(asked).max().orElseThrow()).isEqualTo(1);
    }

    /** An exception that cannot be asked for anything is an accident like any other. */
    @Test
    void anExceptionThatFailsWhenItIsLoggedIsAnAccident() throws Throwable {
        class Hostile extends RuntimeException {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException("no message");
            }

            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }

            @Override
            public StackTraceElement[] getStackTrace() {
                throw new IllegalStateException("no stack");
            }

            @Override
            public synchronized Throwable getCause() {
                return this;
            }
        }
        assertThat(run(this::arrive, call -> {
                    throw new Hostile();
                }))
                .isEqualTo("result");
        assertThat(FailureText.full(new Hostile()))
                .isEqualTo(Hostile.class.getName() + " (it fails when it is asked for its message)");
    }

    @Test
    void anotherCauseIsAnotherLine() {
        assertThat(FailureText.origin(new IllegalStateException("one")))
                .startsWith("java.lang.IllegalStateException at ")
                .doesNotContain("one");
    }

    @Test
    void aRefusalPassesEveryInterceptor() {
        RefusedException refusal = new RefusedException("no");
        assertThatThrownBy(() -> run(this::arrive, Call::proceed, call -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThat(steps).isEmpty();
    }

    @Test
    void aRefusalAfterTheCallReachesTheCaller() {
        RefusedException refusal = new RefusedException("no");
        assertThatThrownBy(() -> run(this::arrive, call -> {
                    call.proceed();
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThat(steps).containsExactly("library");
    }

    @Test
    void aCallThatIsOverDoesNothing() throws Throwable {
        Call[] kept = new Call[1];
        run(this::arrive, call -> {
            kept[0] = call;
            return call.proceed();
        });
        assertThatThrownBy(kept[0]::proceed).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> kept[0].onCompletion((result, failure) -> {}))
                .isInstanceOf(IllegalStateException.class);
        assertThat(steps).containsExactly("library");
    }

    @Test
    void nobodyIsToldOfNothing() throws Throwable {
        run(this::arrive, call -> {
            assertThatThrownBy(() -> call.onCompletion(null)).isInstanceOf(NullPointerException.class);
            return call.proceed();
        });
        assertThat(steps).containsExactly("library");
    }

    @Test
    void aWrongAnswerIsAnAccident() throws Throwable {
        assertThat(run(this::arrive, call -> 42)).isEqualTo("result");
        assertThat(run(this::arrive, call -> null)).isEqualTo("result");
        assertThat(steps).hasSize(2);
    }
}
