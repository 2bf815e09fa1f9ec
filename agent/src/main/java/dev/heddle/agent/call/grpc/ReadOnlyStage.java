package dev.heddle.agent.call.grpc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A stage for interceptors, which the engine alone can complete. What is derived from it is theirs. */
public final class ReadOnlyStage<T> extends NonBlockingFuture<T> {
    /** Completes it: with a value, or with a failure if there is one. */
    public void bring(T value, Throwable failure) {
        if (failure == null) {
            super.complete(value);
        } else {
            super.completeExceptionally(failure);
        }
    }

    /** A copy, for the caller to complete as it likes. */
    @Override
    public CompletableFuture<T> toCompletableFuture() {
        return copy();
    }

    @Override
    public boolean complete(T value) {
        throw readOnly();
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        throw readOnly();
    }

    @Override
    public boolean cancel(boolean interrupt) {
        throw readOnly();
    }

    @Override
    public void obtrudeValue(T value) {
        throw readOnly();
    }

    @Override
    public void obtrudeException(Throwable failure) {
        throw readOnly();
    }

    @Override
    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
        throw readOnly();
    }

    @Override
    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier) {
        throw readOnly();
    }

    @Override
    public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
        throw readOnly();
    }

    @Override
    public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("only gRPC completes this; use toCompletableFuture() for a copy");
    }
}
