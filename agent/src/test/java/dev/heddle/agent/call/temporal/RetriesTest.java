package dev.heddle.agent.call.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.RefusedException;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final RetryOptions THREE = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofSeconds(1))
            .setMaximumAttempts(3)
            .setDoNotRetry("java.lang.ArithmeticException", "fatal")
            .build();

    private static final Exception FAILURE = new IllegalStateException();

    @Test
    void untilTheLastAttempt() {
        assertThat(Retries.follow(FAILURE, THREE, 2)).contains(true);
        assertThat(Retries.follow(FAILURE, THREE, 3)).contains(false);
        RetryOptions endless = RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofSeconds(1))
                .build();
        assertThat(Retries.follow(FAILURE, endless, 1_000)).contains(true);
    }

    @Test
    void notWhatIsExcluded() {
        assertThat(Retries.follow(new ArithmeticException(), THREE, 1)).contains(false);
        assertThat(Retries.follow(ApplicationFailure.newFailure("", "fatal"), THREE, 1))
                .contains(false);
        assertThat(Retries.follow(ApplicationFailure.newFailure("", "other"), THREE, 1))
                .contains(true);
    }

    @Test
    void whatDecidesByItself() {
        assertThat(Retries.follow(ApplicationFailure.newNonRetryableFailure("", "type"), null, 1))
                .contains(false);
        assertThat(Retries.follow(new RefusedException("no"), null, 1)).contains(false);
    }

    @Test
    void whatNobodyKnows() {
        assertThat(Retries.follow(FAILURE, null, 1)).isEmpty();
        assertThat(Retries.follow(FAILURE, RetryOptions.newBuilder().build(), 1))
                .isEmpty();
    }
}
