package dev.heddle.agent.call.temporal;

import dev.heddle.api.RefusedException;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Says of a failure of an activity what the server will say. */
final class Retries {
    private Retries() {}

    /**
     * Whether another attempt will follow.
     *
     * @param options a {@link RetryOptions}, or {@code null} where they are not known
     * @param attempt the one that has failed, from 1
     */
    static Optional<Boolean> follow(Throwable failure, Object options, int attempt) {
        if (failure instanceof RefusedException
                || failure instanceof CanceledFailure
                || failure instanceof ApplicationFailure chosen && chosen.isNonRetryable()) {
            return Optional.of(false);
        }
        // A server that says nothing of retries has no first interval either.
        if (!(options instanceof RetryOptions known) || isNone(known.getInitialInterval())) {
            return Optional.empty();
        }
        boolean last = known.getMaximumAttempts() > 0 && attempt >= known.getMaximumAttempts();
        return Optional.of(!last && !isExcluded(known, type(failure)));
    }

    private static boolean isNone(Duration interval) {
        return interval == null || interval.isZero();
    }

    private static boolean isExcluded(RetryOptions options, String type) {
        String[] excluded = options.getDoNotRetry();
        return excluded != null && Arrays.asList(excluded).contains(type);
    }

    /** As the SDK tells the server. */
    private static String type(Throwable failure) {
        return failure instanceof ApplicationFailure chosen
                ? chosen.getType()
                : failure.getClass().getName();
    }
}
