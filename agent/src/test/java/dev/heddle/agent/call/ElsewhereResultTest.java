package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What an interceptor makes of a call that another thread has brought to its end. */
class ElsewhereResultTest {
    private final List<Throwable> told = new ArrayList<>();
    private final ExtensionHealth health =
            new ExtensionHealth("test", false, 100, (operation, failure) -> told.add(failure));

    /** Has another thread go on, and gives what has come of it. */
    private static Object elsewhere(Call call) throws InterruptedException {
        CompletableFuture<Object> result = new CompletableFuture<>();
        Thread other = new Thread(() -> {
            try {
                result.complete(call.proceed());
            } catch (Throwable passing) {
                result.completeExceptionally(passing);
            }
        });
        other.start();
        other.join();
        return result.join();
    }

    private Object run(FakeCall.Library library, FakeCall.Step step) throws Throwable {
        return FakeCall.of(health, library, step).enter();
    }

    /** The library's own result is asked nothing, whatever it is: {@code FakeCall} takes texts of interceptors alone. */
    @Test
    void theResultIsPassedOnAsItIs() throws Throwable {
        assertThat(run(() -> 42, ElsewhereResultTest::elsewhere)).isEqualTo(42);
        assertThat(run(() -> null, ElsewhereResultTest::elsewhere)).isNull();
        assertThat(told).isEmpty();
    }

    @Test
    void anAnswerOfItsOwnMustFit() throws Throwable {
        assertThat(run(() -> "result", call -> "not " + elsewhere(call))).isEqualTo("not result");
        assertThat(told).isEmpty();
        assertThat(run(() -> "result", call -> {
                    elsewhere(call);
                    return 42;
                }))
                .isEqualTo("result");
        assertThat(told).singleElement().isInstanceOf(InvalidResultException.class);
    }

    @Test
    void aFailureThatIsReturnedIsNoResult() {
        RuntimeException own = new IllegalArgumentException("the library's own");
        assertThatThrownBy(() -> run(
                        () -> {
                            throw own;
                        },
                        call -> {
                            try {
                                return elsewhere(call);
                            } catch (CompletionException failed) {
                                return failed.getCause();
                            }
                        }))
                .isSameAs(own);
        assertThat(told).singleElement().isInstanceOf(InvalidResultException.class);
    }
}
