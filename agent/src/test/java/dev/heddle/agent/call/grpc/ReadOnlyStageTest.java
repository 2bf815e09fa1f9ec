package dev.heddle.agent.call.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stages that interceptors get: theirs to derive from, nobody's to complete or to wait for. */
class ReadOnlyStageTest {
    private final ReadOnlyStage<String> stage = new ReadOnlyStage<>();

    static Stream<Consumer<CompletableFuture<String>>> completions() {
        return Stream.of(
                future -> future.complete("mine"),
                future -> future.completeExceptionally(new IllegalStateException()),
                future -> future.cancel(true),
                future -> future.obtrudeValue("mine"),
                future -> future.obtrudeException(new IllegalStateException()),
                future -> future.completeAsync(() -> "mine"),
                future -> future.completeAsync(() -> "mine", Runnable::run),
                future -> future.orTimeout(1, TimeUnit.NANOSECONDS),
                future -> future.completeOnTimeout("mine", 1, TimeUnit.NANOSECONDS));
    }

    @ParameterizedTest
    @MethodSource("completions")
    void nobodyElseCompletesIt(Consumer<CompletableFuture<String>> completion) {
        assertThatThrownBy(() -> completion.accept(stage))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("toCompletableFuture()");
        assertThat(stage).isNotDone();
    }

    @Test
    void aCopyIsTheCallers() {
        CompletableFuture<String> copy = stage.toCompletableFuture();
        copy.complete("mine");
        assertThat(stage).isNotDone();
        stage.bring("foo", null);
        assertThat(stage.toCompletableFuture()).isCompletedWithValue("foo");
        assertThat(copy).isCompletedWithValue("mine");
    }

    @Test
    void nobodyCanWaitForIt() {
        CompletableFuture<String> derived = stage.thenApply(foo -> foo + "bar");
        for (CompletableFuture<String> future : List.of(stage, derived, stage.toCompletableFuture())) {
            assertThatThrownBy(future::join).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(future::get).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> future.get(1, TimeUnit.DAYS)).isInstanceOf(IllegalStateException.class);
        }
        stage.bring("foo", null);
        assertThat(derived.join()).isEqualTo("foobar");
    }

    @Test
    void whatIsThereIsGiven() throws Exception {
        stage.bring("foo", null);
        assertThat(stage.join()).isEqualTo("foo");
        assertThat(stage.get()).isEqualTo("foo");
        assertThat(stage.get(1, TimeUnit.DAYS)).isEqualTo("foo");
    }

    @Test
    void itFails() {
        stage.bring("foo", new IllegalStateException("why"));
        assertThatThrownBy(stage::join).hasRootCauseMessage("why");
    }
}
