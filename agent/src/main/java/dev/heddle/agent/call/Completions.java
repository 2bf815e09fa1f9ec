package dev.heddle.agent.call;

import dev.heddle.api.Operation;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Those who asked to be told of a call's outcome, last first; most calls have none. */
public final class Completions implements BiConsumer<Object, Throwable> {
    private final ExtensionHealth health;
    private final Operation operation;
    private final BiConsumer<? super Object, ? super Throwable> done;
    private final Completions earlier;

    /**
     * One more who asked.
     *
     * @param health of the extension that asked
     * @param earlier those before, or {@code null}
     */
    public Completions(
            ExtensionHealth health,
            Operation operation,
            BiConsumer<? super Object, ? super Throwable> done,
            Completions earlier) {
        this.health = health;
        this.operation = operation;
        this.done = Objects.requireNonNull(done, "done");
        this.earlier = earlier;
    }

    /** Tells them all; what one of them throws is its extension's accident. */
    @Override
    public void accept(Object result, Throwable failure) {
        for (Completions next = this; next != null; next = next.earlier) {
            try {
                next.done.accept(result, failure);
            } catch (Throwable accident) {
                if (Rules.unwinds(accident)) {
                    throw accident;
                }
                next.health.failed(operation, "nobody but its own onCompletion is affected", accident);
            }
        }
    }
}
