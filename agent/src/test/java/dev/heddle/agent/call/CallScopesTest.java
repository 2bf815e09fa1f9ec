package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The scopes that interceptors ask for are open while what is further in is at work, and at no other time. */
class CallScopesTest {
    private static final RuntimeException ACCIDENT = new IllegalStateException("an accident");

    private final List<String> steps = new ArrayList<>();
    private final ExtensionHealth health = new ExtensionHealth("test", false, 100);
    private final ExtensionHealth guard = new ExtensionHealth("guard", true, 100);

    private Supplier<AutoCloseable> marking(String name) {
        return () -> {
            steps.add("+" + name);
            return () -> steps.add("-" + name);
        };
    }

    private static AutoCloseable failing() {
        throw ACCIDENT;
    }

    private Object arrive() {
        steps.add("library");
        return "result";
    }

    /** Goes on in scopes of these names. */
    private FakeCall.Step in(String... names) {
        return call -> {
            for (String name : names) {
                call.scope(marking(name));
            }
            steps.add("(");
            try {
                return call.proceed();
            } finally {
                steps.add(")");
            }
        };
    }

    private long accidents(ExtensionHealth of) {
        return of.tally().of(FakeCall.OPERATION).accidents();
    }

    private void assertSteps(String all) {
        assertThat(String.join(" ", steps)).isEqualTo(all);
    }

    @Test
    void oneIsOpenAroundWhatIsFurtherIn() throws Throwable {
        FakeCall call = FakeCall.of(health, this::arrive, in("scope"));
        assertThat(call.enter()).isEqualTo("result");
        assertSteps("( +scope library -scope )");
    }

    @Test
    void theLastOneAskedForIsTheInnermost() throws Throwable {
        FakeCall call = FakeCall.of(health, this::arrive, in("first", "second", "third"));
        assertThat(call.enter()).isEqualTo("result");
        assertSteps("( +first +second +third library -third -second -first )");
    }

    @Test
    void thoseOfInterceptorsFurtherInAreOpenedFurtherIn() throws Throwable {
        FakeCall call = FakeCall.of(health, this::arrive, in("outer"), in(), in("one", "two"));
        assertThat(call.enter()).isEqualTo("result");
        assertSteps("( +outer ( ( +one +two library -two -one ) ) -outer )");
    }

    @Test
    void aFailureOfTheCallLeavesNoneOpen() {
        RuntimeException own = new IllegalArgumentException("the library's own");
        FakeCall call = FakeCall.of(
                health,
                () -> {
                    throw own;
                },
                in("one"),
                in("two", "three"));
        assertThatThrownBy(call::enter).isSameAs(own);
        assertSteps("( +one ( +two +three -three -two ) -one )");
        assertThat(accidents(health)).isZero();
    }

    @Test
    void oneOfAnInterceptorThatIsSkippedIsNotOpened() throws Throwable {
        FakeCall call = FakeCall.of(health, this::arrive, skipped -> {
            skipped.scope(marking("skipped"));
            throw ACCIDENT;
        });
        assertThat(call.enter()).isEqualTo("result");
        assertSteps("library");
    }

    @Test
    void oneThatCannotBeOpenedIsAnAccidentAndTheCallGoesOn() throws Throwable {
        FakeCall one = FakeCall.of(health, this::arrive, call -> {
            call.scope(CallScopesTest::failing);
            return call.proceed();
        });
        assertThat(one.enter()).isEqualTo("result");
        FakeCall several = FakeCall.of(health, this::arrive, call -> {
            call.scope(marking("other"));
            call.scope(CallScopesTest::failing);
            return call.proceed();
        });
        assertThat(several.enter()).isEqualTo("result");
        assertSteps("library +other library -other");
        assertThat(accidents(health)).isEqualTo(2);
    }

    @Test
    void oneThatCannotBeClosedIsAnAccidentAndTheResultStands() throws Throwable {
        FakeCall call = FakeCall.of(health, this::arrive, asking -> {
            asking.scope(() -> CallScopesTest::failing);
            return asking.proceed();
        });
        assertThat(call.enter()).isEqualTo("result");
        assertThat(accidents(health)).isOne();
    }

    @Test
    void oneOfAGuardThatCannotBeOpenedRefusesTheCall() {
        FakeCall one = FakeCall.of(guard, this::arrive, call -> {
            call.scope(CallScopesTest::failing);
            return call.proceed();
        });
        FakeCall several = FakeCall.of(guard, this::arrive, call -> {
            call.scope(marking("other"));
            call.scope(CallScopesTest::failing);
            return call.proceed();
        });
        for (FakeCall refused : List.of(one, several)) {
            assertThatThrownBy(refused::enter)
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("extension guard failed and guards client start")
                    .hasCause(ACCIDENT);
        }
        assertSteps("+other -other");
        assertThat(accidents(guard)).isEqualTo(2);
    }

    /** As on a workflow's thread, where another call's code may run within this one's. */
    @Test
    void theyAreOpenedInThoseOfTheThread() throws Throwable {
        OpenScopes open = new OpenScopes(null);
        Scopes outer = new Scopes(health, FakeCall.OPERATION, marking("thread"), null);
        open.change(outer);
        FakeCall call = FakeCall.of(
                health,
                () -> {
                    assertThat(Scopes.depth(open.list())).isEqualTo(2);
                    return arrive();
                },
                in("call"));
        call.open = open;
        assertThat(call.enter()).isEqualTo("result");
        assertThat(open.list()).isSameAs(outer);
        assertSteps("+thread ( +call library -call )");
    }
}
