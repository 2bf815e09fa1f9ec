package dev.heddle.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that the SDK is about to do and a {@link Plugin} wraps. Valid until the plugin's method returns. */
public interface Run {
    /** The task queues of the workers; none where there are no workers. */
    List<String> taskQueues();

    /**
     * The library's object that this is about: {@code WorkflowServiceStubsOptions}, {@code WorkerFactory}; of a replay the
     * {@code Worker} and the history.
     *
     * @return it, or {@code null} if there is none of this type
     */
    <T> @Nullable T unwrap(Class<T> type);

    /**
     * Goes on: to the next plugin, in the end to the library. A plugin that neither goes on nor throws has an accident,
     * unless it answers with stubs where those are made.
     *
     * @return what the library gives, {@code null} where that is nothing
     * @throws Throwable what the library throws, as the same instance
     * @throws IllegalStateException if it has gone on before, is over, or this is another thread
     */
    @Nullable
    Object proceed() throws Throwable;
}
