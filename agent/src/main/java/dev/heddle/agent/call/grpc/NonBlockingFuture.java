package dev.heddle.agent.call.grpc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A future that nobody can wait for before it is done: the thread that would wait is often the one that has to bring
 * what it waits for. Whatever is derived from it is one of these too.
 */
class NonBlockingFuture<T> extends CompletableFuture<T> {
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new NonBlockingFuture<>();
    }

    @Override
    public final T join() {
        mustBeDone();
        return super.join();
    }

    @Override
    public final T get() throws InterruptedException, ExecutionException {
        mustBeDone();
        return super.get();
    }

    @Override
    public final T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        mustBeDone();
        return super.get(timeout, unit);
    }

    private void mustBeDone() {
        if (!isDone()) {
            throw new IllegalStateException(
                    "a gRPC message cannot be waited for, because this thread may have to bring it;"
                            + " go on with thenApply or the like");
        }
    }
}
