package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.agent.call.Rules.Seen;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** An interrupt of the application's thread while it waits for its call, which is under way on another thread. */
class ElsewhereInterruptTest {
    private final CompletableFuture<Elsewhere> underWay = new CompletableFuture<>();
    private final CompletableFuture<Boolean> staysThere = new CompletableFuture<>();

    /** The call, which ends as soon as it is interrupted. */
    private void call(boolean takesIt) {
        Elsewhere here = new Elsewhere();
        underWay.complete(here);
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        if (takesIt) {
            Thread.interrupted();
        }
        here.end(Seen.RESULT, "result");
        staysThere.complete(Thread.currentThread().isInterrupted());
    }

    /** Waits for the call; says whether the application's thread is interrupted afterwards. */
    private boolean comesBack(boolean takenByCall) {
        Thread other = new Thread(() -> call(takenByCall));
        other.setDaemon(true);
        other.start();
        Elsewhere elsewhere = underWay.join();
        Thread.currentThread().interrupt();
        elsewhere.await();
        // Also cleared by this, for the tests that come after on this thread.
        return Thread.interrupted();
    }

    @Test
    void oneThatTheCallDoesNotTakeComesBackToTheApplication() {
        assertThat(comesBack(false)).isTrue();
        assertThat(staysThere.join()).isFalse();
    }

    @Test
    void oneThatTheCallTakesIsOver() {
        assertThat(comesBack(true)).isFalse();
        assertThat(staysThere.join()).isFalse();
    }
}
