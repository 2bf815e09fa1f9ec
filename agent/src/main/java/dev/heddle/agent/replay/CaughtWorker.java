package dev.heddle.agent.replay;

import java.util.function.BiFunction;

/**
 * A worker that the application has made, with all that it has registered there.
 *
 * @param factory the SDK's, which the application starts
 * @param worker the SDK's
 * @param context the context class loader of the thread that has made it, which those of its workflows inherit
 * @param extensions what they know of why a history, in the SDK's form, could not be replayed
 */
record CaughtWorker(
        Object factory,
        Object worker,
        SdkReplay sdk,
        ClassLoader context,
        BiFunction<Throwable, Object, String> extensions) {
    /** Whether all is registered, for the application has started its factory. */
    boolean isStarted() {
        return sdk.isStarted(factory);
    }

    String taskQueue() {
        return sdk.taskQueue(worker);
    }

    /** Replays a history. Whatever keeps it from being replayed is thrown. */
    void replay(History history) throws Throwable {
        Thread.currentThread().setContextClassLoader(context);
        sdk.replay(worker, history);
    }

    /** Why it could not, if an extension knows; else {@code null}. */
    String explain(Throwable failure, History history) {
        return extensions.apply(failure, history.content());
    }
}
