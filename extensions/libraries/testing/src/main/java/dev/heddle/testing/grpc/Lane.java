package dev.heddle.testing.grpc;

import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The steps of one handler, in order: on the thread at hand, from where they throw, or on those of an executor. After a
 * step that failed the later ones do not run: gRPC may have queued a half-close behind it, and a call that is closed
 * again as if nothing had happened would be a success in some transports.
 */
final class Lane {
    /** Something that a handler does. */
    @FunctionalInterface
    interface Step {
        void run() throws Throwable;
    }

    private final Executor executor;
    private final StreamObserver<String> responses;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private boolean failed;

    /**
     * An empty lane.
     *
     * @param executor {@code null} for the thread at hand
     */
    Lane(Executor executor, StreamObserver<String> responses) {
        this.executor = executor;
        this.responses = responses;
    }

    void run(Step step) {
        if (executor == null) {
            try {
                runUnlessFailed(step);
            } catch (Throwable failure) {
                throw Lane.<RuntimeException>asItIs(failure);
            }
        } else {
            last = last.thenRunAsync(
                    () -> {
                        try {
                            runUnlessFailed(step);
                        } catch (Throwable failure) {
                            responses.onError(failure);
                        }
                    },
                    executor);
        }
    }

    private void runUnlessFailed(Step step) throws Throwable {
        if (!failed) {
            try {
                step.run();
            } catch (Throwable failure) {
                failed = true;
                throw failure;
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable failure) throws T {
        throw (T) failure;
    }
}
