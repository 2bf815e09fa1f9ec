package dev.heddle.agent.call.grpc;

import io.grpc.Context;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs an application's call-backs that were held, where and in the context in which the library would have.
 *
 * @param executor the library's
 * @param context the call's
 */
public record CallbackExecutor(Executor executor, Context context) implements Executor {
    @Override
    public void execute(Runnable callback) {
        Runnable inContext = context.wrap(callback);
        try {
            executor.execute(inContext);
        } catch (RejectedExecutionException shutDown) {
            // No call-back is lost.
            inContext.run();
        }
    }
}
