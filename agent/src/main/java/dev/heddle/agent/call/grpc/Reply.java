package dev.heddle.agent.call.grpc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A response to come. Whoever waited for it would often block the one thread that can bring it, so it refuses to be
 * waited for; so do the stages made of it.
 */
final class Reply<T> extends CompletableFuture<T> {
    private volatile Thread bringer;

    /** Completes it on this thread, which is one of the library's callbacks. */
    void bring(T value, Throwable failure) {
        bringer = Thread.currentThread();
        if (failure == null) {
            complete(value);
        } else {
            completeExceptionally(failure);
        }
        bringer = null;
    }

    /** Whether this thread is just bringing it. */
    boolean broughtHere() {
        return bringer == Thread.currentThread();
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new Reply<>();
    }

    @Override
    public T join() {
        mustBeDone();
        return super.join();
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        mustBeDone();
        return super.get();
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        mustBeDone();
        return super.get(timeout, unit);
    }

    private void mustBeDone() {
        if (!isDone()) {
            throw new IllegalStateException(
                    "a gRPC response cannot be waited for, for this thread may have to bring it; use thenApply or the like");
        }
    }
}
