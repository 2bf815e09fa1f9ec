package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Call;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A call that is measured: what the extension itself takes is told from what is further in. */
class MeasuredCallTest {
    private static final long LIBRARY_NANOS = 5_000_000;

    private final ExtensionHealth health = new ExtensionHealth("test", false, 100);
    private final CallCounter counter = new CallCounter();
    private long library;

    private FakeCall call(FakeCall.Library arriving, FakeCall.Step interceptor) {
        return FakeCall.of(
                () -> {
                    long begin = System.nanoTime();
                    try {
                        return arriving.arrive();
                    } finally {
                        library = System.nanoTime() - begin;
                    }
                },
                Stream.of(new Link(health, interceptor).counted(counter)));
    }

    private static Object slow() {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < LIBRARY_NANOS) {
            Thread.onSpinWait();
        }
        return "result";
    }

    @Test
    void theTimeOfTheRestIsNotTheExtensions() throws Throwable {
        FakeCall call = call(MeasuredCallTest::slow, Call::proceed);
        long begin = System.nanoTime();
        assertThat(call.enter()).isEqualTo("result");
        long all = System.nanoTime() - begin;
        assertThat(counter.rest().samples()).isOne();
        assertThat(counter.rest().max()).isBetween(library, all);
        assertThat(counter.own().samples()).isOne();
        assertThat(counter.own().max()).isLessThanOrEqualTo(all - library);
    }

    @Test
    void oneThatFailsIsMeasuredToo() {
        RuntimeException own = new IllegalArgumentException("the library's own");
        FakeCall call = call(
                () -> {
                    slow();
                    throw own;
                },
                Call::proceed);
        assertThatThrownBy(call::enter).isSameAs(own);
        assertThat(counter.rest().max()).isGreaterThanOrEqualTo(library);
        assertThat(counter.ended()).isOne();
    }

    /** The library is then asked when the extension's turn is over. */
    @Test
    void oneThatItDoesNotGoOnWithHasNoRest() throws Throwable {
        FakeCall call = call(MeasuredCallTest::slow, skipped -> {
            throw new IllegalStateException("an accident");
        });
        assertThat(call.enter()).isEqualTo("result");
        assertThat(counter.own().samples()).isOne();
        assertThat(counter.rest().samples()).isZero();
    }

    @Test
    void mostAreCountedAndNotMeasured() throws Throwable {
        for (int i = 0; i < 64; i++) {
            call(() -> "result", Call::proceed).enter();
        }
        assertThat(counter.ended()).isEqualTo(64);
        assertThat(counter.rest().samples()).isOne();
    }
}
