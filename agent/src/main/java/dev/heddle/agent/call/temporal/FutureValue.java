package dev.heddle.agent.call.temporal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The value in an output that comes later. */
final class FutureValue extends CompletableFuture<Object> {
    private final CompletableFuture<?> output;

    FutureValue(CompletableFuture<?> output, Result result) {
        this.output = output;
        output.whenComplete((there, failure) -> {
            if (failure == null) {
                complete(result.value(there));
            } else {
                completeExceptionally(failure);
            }
        });
    }

    /** Whether it is the value in this output. */
    boolean isIn(Object returned) {
        return output == returned;
    }

    /** The exception itself, out of the wrapper that a future puts around it on its way from another. */
    static Throwable bare(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
